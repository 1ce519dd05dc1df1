package id.dukcapil.portal.counter;

import id.dukcapil.portal.common.procedure.CaseStatus;

/** What becomes of a ticket between arrival and leaving. */
public enum TicketStatus implements CaseStatus<TicketStatus> {
    WAITING("menunggu"),
    CALLED("dipanggil"),
    SERVING("sedang dilayani"),
    HELD("ditunda"),
    FINISHED("selesai"),
    /** Goes on under another number, of another service. */
    CONTINUED("berlanjut"),
    NO_SHOW("tidak hadir"),
    CANCELLED("dibatalkan");

    private final String label;

    TicketStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean canBecome(TicketStatus next) {
        return switch (this) {
            case WAITING -> next == CALLED || next == CANCELLED;
            case CALLED, SERVING -> next != this && next != CALLED && next != CANCELLED;
            case HELD -> next == WAITING || next == CALLED || next == CANCELLED;
            case NO_SHOW -> next == WAITING;
            case FINISHED, CONTINUED, CANCELLED -> false;
        };
    }

    public boolean isOpen() {
        return switch (this) {
            case WAITING, CALLED, SERVING, HELD -> true;
            case FINISHED, CONTINUED, NO_SHOW, CANCELLED -> false;
        };
    }

    public boolean isAtCounter() {
        return this == CALLED || this == SERVING;
    }
}
