package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.ProcedureDefinition;
import org.jspecify.annotations.Nullable;

/** Where a print order stands. */
public enum OrderStatus implements CaseStatus<OrderStatus>, ProcedureDefinition.Measured {
    /** The holder is below 17; a job releases it on the day. */
    HELD("Ditahan sampai 17 tahun", 1, WaitingFor.APPLICANT),
    WAITING("Menunggu cetak", 1, WaitingFor.OFFICE),
    /** At a printer, in the hands of one operator. */
    PRINTING("Sedang dicetak", 2, WaitingFor.OFFICE),
    PRINTED("Tercetak, belum diperiksa", 3, WaitingFor.OFFICE),
    CHECKED("Lulus periksa", 3, WaitingFor.OFFICE),
    /** On the shelf. */
    READY("Siap diambil", 4, WaitingFor.APPLICANT),
    RECALLED("Di brankas", 4, WaitingFor.APPLICANT),
    HANDED_OVER("Diserahkan", null, WaitingFor.NOBODY),
    CANCELLED("Dibatalkan", null, WaitingFor.NOBODY);

    private final String label;
    private final @Nullable Integer row;
    private final WaitingFor waitingFor;

    OrderStatus(String label, @Nullable Integer row, WaitingFor waitingFor) {
        this.label = label;
        this.row = row;
        this.waitingFor = waitingFor;
    }

    /** In the office's own standard. */
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

    /** Whether a blank has to be there that has not left the stock yet. */
    boolean needsBlank() {
        return this == WAITING || this == PRINTING;
    }

    /** Whether a printed card exists that nobody has fetched. */
    public boolean isUncollected() {
        return this == READY || this == RECALLED;
    }
}
