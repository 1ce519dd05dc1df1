package id.dukcapil.portal.counter;

/** A wish about a ticket that cannot be met; the message says why in Indonesian, for staff. */
public class TicketRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TicketRefused(String message) {
        super(message);
    }

    public static TicketRefused unknown() {
        return new TicketRefused("Nomor antrean ini tidak ada.");
    }
}
