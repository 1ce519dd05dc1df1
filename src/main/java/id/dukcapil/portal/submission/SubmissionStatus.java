package id.dukcapil.portal.submission;

/** Where a request stands. */
public enum SubmissionStatus {
    /** Handed in, or completed after a return; an operator has to check it. */
    SUBMITTED("Diajukan"),
    /** Checked by an operator; a verifier has to judge it. */
    CHECKED("Menunggu verifikasi"),
    /** A verifier wants the operator to look again. */
    RETURNED_TO_OPERATOR("Dikembalikan ke operator"),
    /** The signatory wants the verifier to look again. */
    RETURNED_TO_VERIFIER("Dikembalikan ke verifikator"),
    /** Something is missing that only the applicant can bring; the clock of the office stands still. */
    RETURNED_TO_APPLICANT("Menunggu kelengkapan"),
    /** Verified and validated; the Kepala Dinas has to sign. */
    AWAITING_SIGNATURE("Menunggu tanda tangan"),
    /** Signed; QR code and PIN have to reach the applicant. */
    SIGNED("Ditandatangani"),
    /** The applicant has QR code and PIN and can print at a kiosk. */
    DELIVERED("QR dan PIN terkirim"),
    /** On paper; the procedure is at its end. */
    PRINTED("Selesai dicetak"),
    /** Nobody has printed it as long as QR code and PIN were valid; an operator can issue new ones. */
    NOT_COLLECTED("Tidak dicetak"),
    /** Signed and declared void, or replaced by a newer one, before it was printed. */
    REVOKED("Dokumen dicabut"),
    /** Refused for good, with reason and legal basis. */
    REJECTED("Ditolak"),
    /** Withdrawn by the applicant. */
    CANCELLED("Dibatalkan pemohon"),
    /** Not completed in the time given. */
    LAPSED("Gugur");

    private final String label;

    SubmissionStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

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
        return switch (this) {
            case SUBMITTED, RETURNED_TO_OPERATOR -> Desk.OPERATOR;
            case CHECKED, RETURNED_TO_VERIFIER -> Desk.VERIFIER;
            case AWAITING_SIGNATURE -> Desk.SIGNATORY;
            case SIGNED -> Desk.PORTAL;
            case RETURNED_TO_APPLICANT, DELIVERED, PRINTED, NOT_COLLECTED, REVOKED, REJECTED, CANCELLED, LAPSED ->
                Desk.APPLICANT;
        };
    }

    /** Whether the family cannot ask for the same again yet; the table knows the same list. */
    public boolean isOpen() {
        return switch (this) {
            case SUBMITTED,
                    CHECKED,
                    RETURNED_TO_OPERATOR,
                    RETURNED_TO_VERIFIER,
                    RETURNED_TO_APPLICANT,
                    AWAITING_SIGNATURE -> true;
            case SIGNED, DELIVERED, PRINTED, NOT_COLLECTED, REVOKED, REJECTED, CANCELLED, LAPSED -> false;
        };
    }

    /** Whether nothing will happen to it any more without a new decision; the tables know the same list. */
    public boolean hasEnded() {
        return switch (this) {
            case PRINTED, NOT_COLLECTED, REVOKED, REJECTED, CANCELLED, LAPSED -> true;
            case SUBMITTED,
                    CHECKED,
                    RETURNED_TO_OPERATOR,
                    RETURNED_TO_VERIFIER,
                    RETURNED_TO_APPLICANT,
                    AWAITING_SIGNATURE,
                    SIGNED,
                    DELIVERED -> false;
        };
    }

    /** In a lane of the office for the first time, or again after the applicant has completed it. */
    boolean isNew() {
        return this == SUBMITTED || this == CHECKED;
    }

    boolean isReturned() {
        return this == RETURNED_TO_OPERATOR || this == RETURNED_TO_VERIFIER || this == RETURNED_TO_APPLICANT;
    }

    /** Whether one member of staff can work on it while the others keep their hands off. */
    public boolean canBeHeld() {
        return desk().isStaffed();
    }
}
