package id.dukcapil.portal.audit;

/** What sort of actor did something. */
public enum Party {
    STAFF("Pegawai"),
    CHANNEL("Sistem luar"),
    SYSTEM("Portal"),
    /** Somebody at the door: a request of someone who has not signed in. */
    VISITOR("Belum masuk");

    private final String label;

    Party(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
