package id.dukcapil.portal.calendar;

/** Offices keep shorter hours in the fasting month. */
public enum Period {
    NORMAL("Hari biasa"),
    RAMADAN("Ramadan");

    private final String label;

    Period(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
