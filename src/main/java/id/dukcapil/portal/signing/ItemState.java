package id.dukcapil.portal.signing;

/** Where one document of a batch stands. */
public enum ItemState {
    /** Nothing was sent. */
    WAITING("Menunggu giliran"),
    /** Committed before the provider is called; a signature may exist from now on. */
    SENT("Dikirim ke penyedia TTE"),
    /** The signed bytes are stored and examined. */
    SIGNED("Ditandatangani"),
    /** No signature; it may be tried again in another batch. */
    FAILED("Gagal"),
    /** A signature may exist or not; the document stays locked until that is settled. */
    UNKNOWN("Belum pasti"),
    /** Its turn never came, or a person declared that no signature exists. */
    NOT_DONE("Tidak dikerjakan");

    private final String label;

    ItemState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean canBecome(ItemState next) {
        return switch (this) {
            case WAITING -> next == SENT || next == FAILED || next == NOT_DONE;
            case SENT -> next == SIGNED || next == FAILED || next == UNKNOWN || next == NOT_DONE;
            case UNKNOWN -> next == SIGNED || next == FAILED || next == NOT_DONE;
            case SIGNED, FAILED, NOT_DONE -> false;
        };
    }

    /** Whether the document is locked by it; the table knows the same list. */
    public boolean isOpen() {
        return switch (this) {
            case WAITING, SENT, UNKNOWN -> true;
            case SIGNED, FAILED, NOT_DONE -> false;
        };
    }
}
