package id.dukcapil.portal.privacy;

/** What a person can ask about the data held of them. */
public enum RequestKind {
    ACCESS("Akses dan salinan data", "UU 27/2022 Pasal 7 dan 32"),
    CORRECTION("Perbaikan data", "UU 27/2022 Pasal 6 dan 30"),
    RESTRICTION("Pembatasan pemrosesan", "UU 27/2022 Pasal 11 dan 41"),
    ERASURE("Penghapusan data", "UU 27/2022 Pasal 8 dan 43"),
    OBJECTION("Keberatan", "UU 27/2022 Pasal 10");

    private final String label;
    private final String basis;

    RequestKind(String label, String basis) {
        this.label = label;
        this.basis = basis;
    }

    public String label() {
        return label;
    }

    public String basis() {
        return basis;
    }
}
