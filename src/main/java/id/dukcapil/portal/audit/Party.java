package id.dukcapil.portal.audit;

import java.util.Arrays;

/** What sort of actor did something. */
public enum Party {
    STAFF("Pegawai"),
    CHANNEL("Sistem luar"),
    SYSTEM("Portal"),
    /** Somebody at the door: a request of someone who has not signed in. */
    VISITOR("Belum masuk"),
    /** What a row says that the portal did not write. */
    UNKNOWN("Tidak dikenal");

    private final String label;

    Party(String label) {
        this.label = label;
    }

    static Party named(String name) {
        return Arrays.stream(values())
                .filter(party -> party.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }

    public String label() {
        return label;
    }
}
