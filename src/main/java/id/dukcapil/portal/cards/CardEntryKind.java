package id.dukcapil.portal.cards;

/**
 * Why the stock of blank cards changed. Of any period: stock before + received + transferred in = printed well +
 * misprinted + damaged + sent + returned + stock after, with every correction counted where the corrected row is.
 */
public enum CardEntryKind {
    /** Came from the centre with its delivery note. */
    RECEIPT("Penerimaan"),
    /** Came from another office of the regency; only a transfer writes it. */
    TRANSFER_IN("Transfer masuk"),
    /** Left for another office of the regency; only a transfer writes it. */
    TRANSFER_OUT("Transfer keluar"),
    /** Printed well. */
    USE("Pemakaian"),
    /** Printed or encoded wrongly; the card is spoilt. */
    MISPRINT("Gagal cetak"),
    /** Spoilt without having been printed. */
    DAMAGE("Rusak"),
    /** Given back to the centre. */
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
            case RECEIPT, RETURN, TRANSFER_IN, TRANSFER_OUT -> true;
            case USE, MISPRINT, DAMAGE, CORRECTION -> false;
        };
    }

    /** Whether it has to be said why. */
    public boolean needsReason() {
        return switch (this) {
            case MISPRINT, DAMAGE, RETURN, CORRECTION -> true;
            case RECEIPT, USE, TRANSFER_IN, TRANSFER_OUT -> false;
        };
    }

    /** Whether two offices answer for it, so that neither enters or corrects it alone. */
    public boolean isTransfer() {
        return this == TRANSFER_IN || this == TRANSFER_OUT;
    }

    /** Whether a spoilt card is left that has to be destroyed. */
    public boolean spoils() {
        return this == MISPRINT || this == DAMAGE;
    }

    /**
     * What a number of cards does to the stock.
     *
     * @param cards as people say it, without a sign; of a correction the difference
     */
    int signed(int cards) {
        return switch (this) {
            case RECEIPT, TRANSFER_IN, CORRECTION -> cards;
            case USE, MISPRINT, DAMAGE, RETURN, TRANSFER_OUT -> -cards;
        };
    }
}
