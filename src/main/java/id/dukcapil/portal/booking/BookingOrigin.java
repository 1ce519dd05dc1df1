package id.dukcapil.portal.booking;

/** How a booking came in. Those that staff enter may use the seats reserved for staff. */
public enum BookingOrigin {
    CHANNEL("Aplikasi", false),
    COUNTER("Loket", true),
    PHONE("Telepon", true),
    /** Somebody in the room, on the seat of somebody who has not come. */
    WALK_IN("Datang langsung", true);

    private final String label;
    private final boolean internal;

    BookingOrigin(String label, boolean internal) {
        this.label = label;
        this.internal = internal;
    }

    public String label() {
        return label;
    }

    public boolean internal() {
        return internal;
    }
}
