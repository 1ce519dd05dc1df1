package id.dukcapil.portal.population.importing;

import java.util.HashSet;
import java.util.Set;

/** The columns of a list of residents, under the names they bear in SIAK, in DKB lists and in what offices make of them. */
public enum ResidentColumn {
    NIK("NIK", true, "NO NIK", "NOMOR NIK", "NOMOR INDUK KEPENDUDUKAN"),
    FULL_NAME("NAMA LENGKAP", true, "NAMA LGKP", "NAMA", "NAMA PENDUDUK"),
    FAMILY_NUMBER("NO KK", true, "NOMOR KK", "NKK", "KK", "NOMOR KARTU KELUARGA", "NO KARTU KELUARGA"),
    RELATIONSHIP(
            "SHDK",
            true,
            "HUBUNGAN",
            "STAT HBKEL",
            "HUBUNGAN KELUARGA",
            "STATUS HUBUNGAN DALAM KELUARGA",
            "STATUS HUBUNGAN KELUARGA",
            "HUB KELUARGA"),
    SEX("JENIS KELAMIN", true, "JENIS KLMIN", "JK", "KELAMIN", "L/P", "JNS KELAMIN"),
    BIRTH_PLACE("TEMPAT LAHIR", true, "TMPT LHR", "TMP LAHIR", "TPT LAHIR"),
    BIRTH_DATE("TANGGAL LAHIR", true, "TGL LHR", "TGL LAHIR", "TANGGAL LHR"),
    MARITAL_STATUS("STATUS KAWIN", true, "STAT KWN", "STATUS PERKAWINAN", "STATUS NIKAH", "STAT KAWIN"),
    RELIGION("AGAMA", true),
    EDUCATION("PENDIDIKAN", true, "PDDK AKH", "PENDIDIKAN AKHIR", "PENDIDIKAN TERAKHIR"),
    OCCUPATION("PEKERJAAN", true, "JENIS PKRJN", "JENIS PEKERJAAN"),
    FATHER_NAME("NAMA AYAH", true, "NAMA LGKP AYAH", "NAMA LENGKAP AYAH", "AYAH"),
    MOTHER_NAME("NAMA IBU", true, "NAMA LGKP IBU", "NAMA LENGKAP IBU", "IBU", "NAMA IBU KANDUNG"),
    ADDRESS("ALAMAT", true, "ALAMAT LENGKAP", "JALAN"),
    RT("RT", true, "NO RT"),
    RW("RW", true, "NO RW"),
    VILLAGE(
            "KODE DESA",
            false,
            "KODE DESA/KEL",
            "KODE DESA/KELURAHAN",
            "KODE KEL",
            "KODE KELURAHAN",
            "KODE WILAYAH",
            "KODE DESA KELURAHAN"),
    NUMBER_OF_PROVINCE("NO PROP", false, "NO PROV", "KODE PROP", "KODE PROVINSI", "NO PROVINSI"),
    NUMBER_OF_REGENCY("NO KAB", false, "KODE KAB", "NO KAB/KOTA", "KODE KABUPATEN", "KODE KAB/KOTA"),
    NUMBER_OF_DISTRICT("NO KEC", false, "KODE KEC", "KODE KECAMATAN", "NO KECAMATAN"),
    NUMBER_OF_VILLAGE("NO KEL", false, "NO DESA", "NO KELURAHAN", "NO DESA/KEL"),
    CITIZENSHIP("KEWARGANEGARAAN", false, "KWRNGRN", "WARGA NEGARA", "WNI/WNA"),
    BLOOD_TYPE("GOL DARAH", false, "GOL DRH", "GOLONGAN DARAH"),
    FATHER_NIK("NIK AYAH", false),
    MOTHER_NIK("NIK IBU", false),
    RECORDING_STATUS("STATUS REKAM", false, "STATUS KTP EL", "STATUS KTPEL", "STATUS PEREKAMAN", "CURRENT STATUS CODE"),
    RECORDING_DATE("TANGGAL STATUS REKAM", false, "TGL STATUS REKAM", "TGL REKAM", "TANGGAL REKAM"),
    STANDING("STATUS PENDUDUK", false, "STATUS KEPENDUDUKAN", "STATUS HIDUP", "STAT HIDUP", "FLAG STATUS");

    /** SIAK's own table keeps the four numbers of a village apart. */
    static final Set<ResidentColumn> VILLAGE_IN_PARTS =
            Set.of(NUMBER_OF_PROVINCE, NUMBER_OF_REGENCY, NUMBER_OF_DISTRICT, NUMBER_OF_VILLAGE);

    private final String title;
    private final boolean required;
    private final Set<String> names;

    ResidentColumn(String title, boolean required, String... others) {
        this.title = title;
        this.required = required;
        var all = new HashSet<>(Set.of(others));
        all.add(title);
        names = Set.copyOf(all);
    }

    /** As the template names it. */
    public String title() {
        return title;
    }

    /** Whether a list without it cannot be imported. Of the village one of its two forms is required as well. */
    public boolean required() {
        return required;
    }

    Set<String> names() {
        return names;
    }
}
