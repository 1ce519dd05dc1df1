package id.dukcapil.portal.population.importing;

/** What a running import is doing. */
public enum ImportPhase {
    READING("Membaca dan memeriksa baris", 0, 60),
    CHECKING("Memeriksa data ganda dan keluarga", 60, 65),
    WRITING("Memperbarui data penduduk", 65, 100);

    private final String label;
    private final int from;
    private final int to;

    ImportPhase(String label, int from, int to) {
        this.label = label;
        this.from = from;
        this.to = to;
    }

    public String label(boolean dryRun) {
        return this == WRITING && dryRun ? "Membandingkan dengan data penduduk" : label;
    }

    /** How far the whole import is when this part of the phase is done. */
    int percent(double part) {
        return from + (int) ((to - from) * Math.clamp(part, 0, 1));
    }
}
