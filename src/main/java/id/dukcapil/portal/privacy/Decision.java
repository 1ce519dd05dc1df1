package id.dukcapil.portal.privacy;

/** What the office answers to a request. */
public enum Decision {
    GRANTED("Dipenuhi"),
    PARTLY("Dipenuhi sebagian"),
    /** The data belong to SIAK, where they are corrected by the procedure of civil registration. */
    FORWARDED("Diteruskan ke SIAK"),
    REFUSED("Ditolak");

    private final String label;

    Decision(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
