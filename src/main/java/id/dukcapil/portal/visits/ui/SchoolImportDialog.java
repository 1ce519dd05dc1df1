package id.dukcapil.portal.visits.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.visits.school.Schools;
import java.io.IOException;
import java.io.InputStream;

/** Takes the ministry's list of schools. */
class SchoolImportDialog extends FileDialog {

    private final transient Schools schools;

    SchoolImportDialog(Schools schools, Runnable changed) {
        super(
                "Impor sekolah",
                "Daftar sekolah sebagai XLSX atau CSV dengan kolom NPSN, NAMA, JENIS dan KECAMATAN; bila ada juga STATUS,"
                        + " ALAMAT, LINTANG, BUJUR, JUMLAH SISWA dan narahubung. Sekolah yang sudah ada diperbarui menurut NPSN.",
                Schools.LARGEST_FILE,
                changed);
        this.schools = schools;
    }

    @Override
    Outcome enter(InputStream content) throws IOException {
        Schools.SchoolImport done = schools.importFile(content);
        return new Outcome(
                "%s sekolah baru, %s diperbarui."
                        .formatted(Formats.number(done.added()), Formats.number(done.updated())),
                done.refused());
    }
}
