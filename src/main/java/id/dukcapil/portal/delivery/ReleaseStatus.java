package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.procedure.CaseStatus;
import java.util.List;

/** Where a document stands on its way to the paper of its owner. */
public enum ReleaseStatus implements CaseStatus<ReleaseStatus> {
    /** QR code and PIN exist; the letter with them has not left yet, or there is no address to send it to. */
    ISSUED("Diterbitkan"),
    /** The mail server has taken the letter over. */
    SENT("Terkirim"),
    /** The letter could not be delivered, or came back. */
    BOUNCED("Surat gagal"),
    /** A kiosk has the document and has not said yet what became of it. */
    OPENED("Dibuka di anjungan"),
    /** On paper; QR code and PIN are spent. */
    PRINTED("Tercetak"),
    /** The kiosk could not print it; the same QR code and PIN open it once more. */
    FAILED("Gagal cetak"),
    /** Nobody came in time. */
    EXPIRED("Kedaluwarsa"),
    /** An operator has issued a new QR code and PIN, whose letter has not left yet. */
    REISSUED("Diterbitkan ulang"),
    /** The PIN was wrong too often. */
    LOCKED("Terkunci"),
    /** The office has withdrawn the document. */
    REVOKED("Dicabut");

    private final String label;

    ReleaseStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean canBecome(ReleaseStatus next) {
        return switch (this) {
            case ISSUED, REISSUED -> next == SENT || next == BOUNCED || canBePrinted(next) || isOfficesDecision(next);
            case SENT -> next == BOUNCED || canBePrinted(next) || isOfficesDecision(next);
            case BOUNCED -> next == SENT || canBePrinted(next) || isOfficesDecision(next);
            case OPENED -> next == PRINTED || next == FAILED || isOfficesDecision(next);
            case FAILED -> canBePrinted(next) || isOfficesDecision(next);
            case EXPIRED, LOCKED -> isOfficesDecision(next);
            case PRINTED, REVOKED -> false;
        };
    }

    /** What can happen to a QR code and PIN that are alive. */
    private static boolean canBePrinted(ReleaseStatus next) {
        return next == OPENED || next == EXPIRED || next == LOCKED;
    }

    private static boolean isOfficesDecision(ReleaseStatus next) {
        return next == REISSUED || next == REVOKED;
    }

    /** Whether the right PIN opens the document. */
    public boolean isOpenable() {
        return canBecome(OPENED);
    }

    /** Whether an operator can give out a new QR code and PIN. */
    public boolean isReissuable() {
        return canBecome(REISSUED);
    }

    /** Statuses in which the validity of a code can end. */
    static List<String> expiring() {
        return CaseStatus.names(ReleaseStatus.class, status -> status.canBecome(EXPIRED));
    }
}
