package id.dukcapil.portal.cards;

/**
 * Why the stock of blank cards changed. Of any period: stock before + received = printed well + misprinted + damaged +
 * returned + stock after, with every correction counted where the corrected row is.
 */
public enum CardEntryKind {
    /** Came from the centre or from another office, with its delivery note. */
    RECEIPT("Penerimaan"),
    /** Printed well. */
    USE("Pemakaian"),
    /** Printed or encoded wrongly; the card is spoilt. */
    MISPRINT("Gagal cetak"),
    /** Spoilt without having been printed. */
    DAMAGE("Rusak"),
    /** Given back to the centre or to another office. */
    RETURN("Dikembalikan"),
    /** Puts an earlier row or the count of a stock-take right. */
    CORRECTION("Koreksi");

    private final String label;

    CardEntryKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a delivery note or letter has to be named. */
    public boolean needsReference() {
        return switch (this) {
            case RECEIPT, RETURN -> true;
            case USE, MISPRINT, DAMAGE, CORRECTION -> false;
        };
    }

    /** Whether it has to be said why. */
    public boolean needsReason() {
        return switch (this) {
            case MISPRINT, DAMAGE, RETURN, CORRECTION -> true;
            case RECEIPT, USE -> false;
        };
    }

    /**
     * What a number of cards does to the stock.
     *
     * @param cards as people say it, without a sign; of a correction the difference
     */
    int signed(int cards) {
        return switch (this) {
            case RECEIPT, CORRECTION -> cards;
            case USE, MISPRINT, DAMAGE, RETURN -> -cards;
        };
    }
}
