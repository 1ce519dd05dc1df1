package id.dukcapil.portal.population;

/** Status perkawinan of form F-1.01 (Permendagri 109/2019), in the order of its codes from 1. */
public enum MaritalStatus {
    SINGLE("BELUM KAWIN"),
    MARRIED("KAWIN TERCATAT"),
    MARRIED_UNREGISTERED("KAWIN BELUM TERCATAT"),
    DIVORCED("CERAI HIDUP TERCATAT"),
    DIVORCED_UNREGISTERED("CERAI HIDUP BELUM TERCATAT"),
    WIDOWED("CERAI MATI");

    private static final MaritalStatus[] BY_CODE = values();

    private final String label;

    MaritalStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public int code() {
        return ordinal() + 1;
    }

    /** Who is or was married must have a KTP-el even before 17 (UU 23/2006 art. 63). */
    public boolean everMarried() {
        return this != SINGLE;
    }

    static MaritalStatus ofCode(int code) {
        return BY_CODE[code - 1];
    }
}
