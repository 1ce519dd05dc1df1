package id.dukcapil.portal.population;

/** Whether a person of the register still lives in the regency. Rows of people who left or died stay, as SIAK keeps them. */
public enum Standing {
    RESIDENT("Penduduk", ""),
    MOVED_AWAY(
            "Pindah keluar",
            "Orang ini tercatat sudah pindah keluar kabupaten; layanan diberikan menurut domisilinya sekarang."),
    DECEASED("Meninggal", "Orang ini tercatat sudah meninggal. Bila keliru, perbaiki dahulu datanya di SIAK.");

    private final String label;
    private final String sentence;

    Standing(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    public String label() {
        return label;
    }

    /** What staff and applicants are told; empty for residents. */
    public String sentence() {
        return sentence;
    }
}
