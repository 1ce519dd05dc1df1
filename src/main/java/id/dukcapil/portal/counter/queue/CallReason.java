package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.queue.Due.Basis;
import java.time.ZoneId;
import java.util.Objects;

/** Why this one is called and no other, as the clerk reads it and as it is kept. */
final class CallReason {

    private CallReason() {}

    static Basis basis(Ticket ticket) {
        if (ticket.returned()) {
            return Basis.RETURNED;
        }
        if (ticket.priority() != null) {
            return Basis.PRIORITY;
        }
        return ticket.bookingCode() != null ? Basis.BOOKING : Basis.WALK_IN;
    }

    static String words(Ticket ticket, Basis basis, ZoneId zone) {
        String how = switch (basis) {
            case PRIORITY ->
                ", didahulukan (%s)"
                        .formatted(Objects.requireNonNull(ticket.priority()).word());
            case BOOKING -> " dengan booking hari ini";
            case RETURNED -> ", kembali ke tempat semula";
            case WALK_IN -> "";
        };
        return "Dipanggil karena menunggu sejak %s%s; gilirannya %s, kini paling awal."
                .formatted(Formats.time(ticket.firstArrival(), zone), how, Formats.time(ticket.due(), zone));
    }
}
