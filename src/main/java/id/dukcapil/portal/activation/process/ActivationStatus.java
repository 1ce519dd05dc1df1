package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.ProcedureDefinition.Measured;
import org.jspecify.annotations.Nullable;

/** Where an activation stands, in the order of SOP Bandung 28/2023. */
public enum ActivationStatus implements CaseStatus<ActivationStatus>, Measured {
    /** At the counter; the application is being installed. */
    STARTED("Memasang aplikasi", 1),
    /** The applicant types the data; the channel begins with the next status. */
    FILLING("Mengisi data", 2),
    /** Data agree with the register; the picture of the face comes next. */
    REGISTERED("Menunggu swafoto", 3),
    FACE_NOT_MATCHED("Wajah tidak cocok", 3),
    /** The telephone shows the QR code that the officer scans. */
    FACE_MATCHED("Menunggu pindai QR", 4),
    CODE_SENT("Kode dikirim", 5),
    /** Works on the telephone; not filed yet. */
    ACTIVE("Aktif", 6),
    ARCHIVED("Diarsipkan", null),
    /** Not eligible: never began. */
    REFUSED("Ditolak", null),
    ABANDONED("Keluar", null);

    /** Steps of the procedure. */
    public static final int STEPS = 6;

    private final String label;
    private final @Nullable Integer row;

    ActivationStatus(String label, @Nullable Integer row) {
        this.label = label;
        this.row = row;
    }

    @Override
    public String label() {
        return label;
    }

    /** Row of the procedure that is under way; none when the activation is over. */
    @Override
    public @Nullable Integer row() {
        return row;
    }

    /** Rows 4 and 6 are the officer's, all others the applicant's. */
    @Override
    public WaitingFor waitingFor() {
        return switch (this) {
            case STARTED, FILLING, REGISTERED, FACE_NOT_MATCHED, CODE_SENT -> WaitingFor.APPLICANT;
            case FACE_MATCHED, ACTIVE -> WaitingFor.OFFICE;
            case ARCHIVED, REFUSED, ABANDONED -> WaitingFor.NOBODY;
        };
    }

    @Override
    public boolean canBecome(ActivationStatus next) {
        return switch (this) {
            case STARTED -> next == FILLING || next == REGISTERED || next == ABANDONED;
            case FILLING -> next == REGISTERED || next == ABANDONED;
            case REGISTERED, FACE_NOT_MATCHED -> next == FACE_MATCHED || next == FACE_NOT_MATCHED || next == ABANDONED;
            case FACE_MATCHED -> next == CODE_SENT || next == ABANDONED;
            case CODE_SENT -> next == ACTIVE || next == ABANDONED;
            case ACTIVE -> next == ARCHIVED;
            case ARCHIVED, REFUSED, ABANDONED -> false;
        };
    }

    /** Whether it holds the NIK, so that no second activation can begin. */
    public boolean isOpen() {
        return canBecome(ABANDONED);
    }

    /** Whether the identity works on the telephone. */
    public boolean isActive() {
        return this == ACTIVE || this == ARCHIVED;
    }

    /** As the contract with outside systems names it. */
    public String outward() {
        return switch (this) {
            case STARTED, FILLING -> REGISTERED.name();
            case ARCHIVED -> ACTIVE.name();
            case REGISTERED, FACE_NOT_MATCHED, FACE_MATCHED, CODE_SENT, ACTIVE, REFUSED, ABANDONED -> name();
        };
    }

    /** Whether a row of the procedure is under way. */
    public boolean isRunning() {
        return row != null;
    }
}
