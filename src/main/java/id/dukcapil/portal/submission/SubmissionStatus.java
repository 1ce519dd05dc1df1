package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.ProcedureDefinition.Measured;
import org.jspecify.annotations.Nullable;

/** Where a request stands. */
public enum SubmissionStatus implements CaseStatus<SubmissionStatus>, Measured {
    /** Handed in, or completed after a return; an operator has to check it. */
    SUBMITTED("Diajukan", Row.CHECKING, WaitingFor.OFFICE, Desk.OPERATOR, Phase.OPEN),
    /** Checked by an operator; a verifier has to judge it. */
    CHECKED("Menunggu verifikasi", Row.VERIFYING, WaitingFor.OFFICE, Desk.VERIFIER, Phase.OPEN),
    /** A verifier wants the operator to look again. */
    RETURNED_TO_OPERATOR("Dikembalikan ke operator", Row.CHECKING, WaitingFor.OFFICE, Desk.OPERATOR, Phase.OPEN),
    /** The signatory wants the verifier to look again. */
    RETURNED_TO_VERIFIER("Dikembalikan ke verifikator", Row.VERIFYING, WaitingFor.OFFICE, Desk.VERIFIER, Phase.OPEN),
    /** Something is missing that only the applicant can bring, and that is checked again; the clock of the office stands still. */
    RETURNED_TO_APPLICANT("Menunggu kelengkapan", Row.CHECKING, WaitingFor.APPLICANT, Desk.APPLICANT, Phase.OPEN),
    /** Verified and validated; the Kepala Dinas has to sign. */
    AWAITING_SIGNATURE("Menunggu tanda tangan", Row.SIGNING, WaitingFor.OFFICE, Desk.SIGNATORY, Phase.OPEN),
    /** Signed; QR code and PIN have to reach the applicant. */
    SIGNED("Ditandatangani", Row.DELIVERING, WaitingFor.OFFICE, Desk.PORTAL, Phase.SIGNED),
    /** The applicant has QR code and PIN and can print at a kiosk. */
    DELIVERED("QR dan PIN terkirim", Row.PRINTING, WaitingFor.APPLICANT, Desk.APPLICANT, Phase.SIGNED),
    /** On paper; the procedure is at its end. */
    PRINTED("Selesai dicetak", null, WaitingFor.NOBODY, Desk.APPLICANT, Phase.ENDED),
    /** Nobody has printed it as long as QR code and PIN were valid; an operator can issue new ones. */
    NOT_COLLECTED("Tidak dicetak", Row.PRINTING, WaitingFor.APPLICANT, Desk.APPLICANT, Phase.ENDED),
    /** Signed and declared void, or replaced by a newer one, before it was printed. */
    REVOKED("Dokumen dicabut", null, WaitingFor.NOBODY, Desk.APPLICANT, Phase.ENDED),
    /** Refused for good, with reason and legal basis. */
    REJECTED("Ditolak", null, WaitingFor.NOBODY, Desk.APPLICANT, Phase.ENDED),
    /** Withdrawn by the applicant. */
    CANCELLED("Dibatalkan pemohon", null, WaitingFor.NOBODY, Desk.APPLICANT, Phase.ENDED),
    /** Not completed in the time given. */
    LAPSED("Gugur", null, WaitingFor.NOBODY, Desk.APPLICANT, Phase.ENDED);

    private final String label;
    private final @Nullable Integer row;
    private final WaitingFor waitingFor;
    private final Desk desk;
    private final Phase phase;

    SubmissionStatus(String label, @Nullable Integer row, WaitingFor waitingFor, Desk desk, Phase phase) {
        this.label = label;
        this.row = row;
        this.waitingFor = waitingFor;
        this.desk = desk;
        this.phase = phase;
    }

    /** Rows of SOP Bandung 31/2023. */
    private interface Row {
        int CHECKING = 6;
        int VERIFYING = 7;
        int SIGNING = 8;
        int DELIVERING = 9;
        int PRINTING = 10;
    }

    private enum Phase {
        OPEN,
        SIGNED,
        ENDED
    }

    @Override
    public @Nullable Integer row() {
        return row;
    }

    @Override
    public WaitingFor waitingFor() {
        return waitingFor;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean canBecome(SubmissionStatus next) {
        return switch (this) {
            case SUBMITTED, RETURNED_TO_OPERATOR ->
                next == CHECKED || next == RETURNED_TO_APPLICANT || next == REJECTED || next == CANCELLED;
            case CHECKED, RETURNED_TO_VERIFIER ->
                next == AWAITING_SIGNATURE
                        || next == RETURNED_TO_OPERATOR
                        || next == RETURNED_TO_APPLICANT
                        || next == REJECTED
                        || next == CANCELLED;
            case RETURNED_TO_APPLICANT -> next == SUBMITTED || next == CANCELLED || next == LAPSED;
            case AWAITING_SIGNATURE -> next == SIGNED || next == RETURNED_TO_VERIFIER;
            case SIGNED -> next == DELIVERED || next == PRINTED || next == NOT_COLLECTED || next == REVOKED;
            case DELIVERED -> next == SIGNED || next == PRINTED || next == NOT_COLLECTED || next == REVOKED;
            case NOT_COLLECTED -> next == SIGNED || next == DELIVERED || next == REVOKED;
            case PRINTED, REVOKED, REJECTED, CANCELLED, LAPSED -> false;
        };
    }

    /** Whose turn it is; what has ended lies with the applicant again. */
    public Desk desk() {
        return desk;
    }

    /** Whether the family cannot ask for the same again yet; the table knows the same list. */
    public boolean isOpen() {
        return phase == Phase.OPEN;
    }

    /** Whether nothing will happen to it any more without a new decision; the tables know the same list. */
    public boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    /** In a lane of the office for the first time, or again after the applicant has completed it. */
    boolean isNew() {
        return this == SUBMITTED || this == CHECKED;
    }

    boolean isReturned() {
        return this == RETURNED_TO_OPERATOR || this == RETURNED_TO_VERIFIER || this == RETURNED_TO_APPLICANT;
    }

    /** Whether its desk is told before the time of the step is over. */
    boolean isWarned() {
        return isNew() || this == RETURNED_TO_OPERATOR;
    }

    /** Whether one member of staff can work on it while the others keep their hands off. */
    public boolean canBeHeld() {
        return desk().isStaffed();
    }
}
