package id.dukcapil.portal.counter;

/** Kinds of people to be served first (UU 25/2009 article 29, UU 8/2016, UU 13/1998 for the age). */
public enum Priority {
    LANSIA("Usia 60 ke atas", "lansia"),
    DISABILITAS("Penyandang disabilitas", "penyandang disabilitas"),
    HAMIL_MENYUSUI("Hamil atau menyusui", "hamil atau menyusui"),
    BALITA("Membawa balita", "membawa balita");

    private final String label;
    private final String word;

    Priority(String label, String word) {
        this.label = label;
        this.word = word;
    }

    public String label() {
        return label;
    }

    /** Within a sentence. */
    public String word() {
        return word;
    }
}
