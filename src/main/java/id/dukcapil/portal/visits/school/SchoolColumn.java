package id.dukcapil.portal.visits.school;

import java.util.Set;

/** The columns of a list of schools, under the names that offices and the ministry use. */
enum SchoolColumn {
    NPSN("NPSN"),
    NAME("NAMA", "NAMA SEKOLAH", "SEKOLAH"),
    KIND("JENIS", "BENTUK", "BENTUK PENDIDIKAN"),
    STATE("STATUS", "STATUS SEKOLAH"),
    DISTRICT_CODE("KODE KECAMATAN"),
    DISTRICT("KECAMATAN"),
    ADDRESS("ALAMAT", "ALAMAT JALAN"),
    LATITUDE("LINTANG", "LATITUDE"),
    LONGITUDE("BUJUR", "LONGITUDE"),
    COORDINATES_CHECK("KOORDINAT PERIKSA"),
    CONTACT("KONTAK", "NAMA KONTAK", "KEPALA SEKOLAH"),
    PHONE("TELEPON", "NOMOR TELEPON", "HP"),
    EMAIL("EMAIL", "E-MAIL"),
    PUPILS("JUMLAH SISWA", "PESERTA DIDIK");

    private final Set<String> names;

    SchoolColumn(String... names) {
        this.names = Set.of(names);
    }

    Set<String> names() {
        return names;
    }
}
