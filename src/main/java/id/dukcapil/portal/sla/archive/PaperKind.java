package id.dukcapil.portal.sla.archive;

/** What is archived, by the time it is about. */
public enum PaperKind {
    DAY("Ringkasan harian", "ringkasan-harian"),
    WEEK("Laporan kinerja mingguan", "laporan-kinerja-mingguan"),
    MONTH("Laporan kinerja bulanan", "laporan-kinerja-bulanan");

    private final String label;
    private final String file;

    PaperKind(String label, String file) {
        this.label = label;
        this.file = file;
    }

    public String label() {
        return label;
    }

    String file() {
        return file;
    }
}
