package id.dukcapil.portal.recording.ui;

import id.dukcapil.portal.counter.TicketId;

/** Addresses of the pages of recording. Never carries personal data. */
final class RecordingNavigation {

    static final String LIST = "perekaman";
    static final String NUMBER = "nomor";
    static final String ONE = LIST + "/:" + NUMBER;
    static final String TICKET = "tiket";
    static final String BOOK = "bhppk";
    static final String CENTRAL = "status-pusat";

    private RecordingNavigation() {}

    static String ofTicket(TicketId ticket) {
        return LIST + "?" + TICKET + "=" + ticket;
    }

    static String recording(String number) {
        return LIST + "/" + number;
    }
}
