package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.procedure.CaseStatus;

/** Where a print order stands. */
public enum OrderStatus implements CaseStatus<OrderStatus> {
    /** The holder is below 17; a job releases it on the day. */
    HELD("Ditahan sampai 17 tahun"),
    WAITING("Menunggu cetak"),
    /** At a printer, in the hands of one operator. */
    PRINTING("Sedang dicetak"),
    PRINTED("Tercetak, belum diperiksa"),
    CHECKED("Lulus periksa"),
    /** On the shelf. */
    READY("Siap diambil"),
    RECALLED("Di brankas"),
    HANDED_OVER("Diserahkan"),
    CANCELLED("Dibatalkan");

    private final String label;

    OrderStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean canBecome(OrderStatus next) {
        return switch (this) {
            case HELD -> next == WAITING || next == CANCELLED;
            case WAITING -> next == PRINTING || next == CANCELLED;
            case PRINTING -> next == PRINTED || next == WAITING;
            case PRINTED -> next == CHECKED || next == WAITING;
            case CHECKED -> next == READY;
            // A card is put on another shelf without leaving its status
            case READY -> next == READY || next == RECALLED || next == HANDED_OVER || next == CANCELLED;
            case RECALLED -> next == READY || next == CANCELLED;
            case HANDED_OVER, CANCELLED -> false;
        };
    }

    public boolean isOpen() {
        return this != HANDED_OVER && this != CANCELLED;
    }

    /** Whether a printed card exists that nobody has fetched. */
    public boolean isUncollected() {
        return this == READY || this == RECALLED;
    }
}
