package id.dukcapil.portal.cards.destruction;

import id.dukcapil.portal.cards.CardEntryKind;

/** Why a card waits to be destroyed, as the circular 400.8.1.2/202241 has it counted. */
public enum SpoiltCause {
    ENCODE_FAILED("Gagal encode"),
    PRINT_FAILED("Gagal cetak"),
    DAMAGED("Rusak"),
    CHANGED_DATA("Perubahan elemen data");

    private final String label;

    SpoiltCause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What a line of the ledger means that says no more than its kind. */
    public static SpoiltCause of(CardEntryKind kind) {
        return kind == CardEntryKind.MISPRINT ? PRINT_FAILED : DAMAGED;
    }
}
