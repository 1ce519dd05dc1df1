package id.dukcapil.portal.population;

/** Status hubungan dalam keluarga (SHDK) of form F-1.01, in the order of its codes from 1. */
public enum Relationship {
    HEAD("KEPALA KELUARGA"),
    HUSBAND("SUAMI"),
    WIFE("ISTRI"),
    CHILD("ANAK"),
    CHILD_IN_LAW("MENANTU"),
    GRANDCHILD("CUCU"),
    PARENT("ORANG TUA"),
    PARENT_IN_LAW("MERTUA"),
    OTHER_RELATIVE("FAMILI LAIN"),
    HOUSEHOLD_HELP("PEMBANTU"),
    OTHER("LAINNYA");

    private static final Relationship[] BY_CODE = values();

    private final String label;

    Relationship(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public int code() {
        return ordinal() + 1;
    }

    static Relationship ofCode(int code) {
        return BY_CODE[code - 1];
    }
}
