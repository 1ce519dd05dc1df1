package id.dukcapil.portal.population;

/** The official code tables the office fills forms with. The names are those of the reference data. */
public enum CodeList {
    JENIS_KELAMIN("Jenis kelamin"),
    KEWARGANEGARAAN("Kewarganegaraan"),
    AGAMA("Agama"),
    GOLONGAN_DARAH("Golongan darah"),
    STATUS_PERKAWINAN("Status perkawinan"),
    SHDK("Status hubungan dalam keluarga"),
    PENDIDIKAN("Pendidikan"),
    CACAT("Penyandang cacat"),
    PEKERJAAN("Pekerjaan"),
    STATUS_KTPEL("Status KTP-el"),
    PANGKAT_GOLONGAN("Pangkat dan golongan ruang"),
    KLASIFIKASI_ARSIP("Klasifikasi arsip");

    private final String label;

    CodeList(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** One entry of a list, in the list's own order. */
    public record Entry(String code, String label) {}
}
