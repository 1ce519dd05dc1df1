package id.dukcapil.portal.visits.pupil;

import java.util.Set;

/** The columns that a visit needs, under the names of the Dapodik export and of plain lists. The other sixty are passed over. */
enum PupilColumn {
    NAME("Nama", "Nama Lengkap", "Nama Siswa", "Nama Peserta Didik"),
    NISN("NISN"),
    NIK("NIK", "No NIK", "Nomor Induk Kependudukan"),
    SEX("JK", "L/P", "Jenis Kelamin"),
    BIRTH_PLACE("Tempat Lahir"),
    BIRTH_DATE("Tanggal Lahir", "Tgl Lahir", "Tgl. Lahir"),
    CLASS("Rombel Saat Ini", "Rombel", "Kelas", "Rombongan Belajar"),
    SCHOOL("NPSN");

    private final Set<String> names;

    PupilColumn(String... names) {
        this.names = Set.of(names);
    }

    Set<String> names() {
        return names;
    }
}
