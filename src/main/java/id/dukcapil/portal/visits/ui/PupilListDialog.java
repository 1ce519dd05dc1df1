package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.visits.pupil.PupilLists;
import id.dukcapil.portal.visits.pupil.PupilLists.ListImport;
import id.dukcapil.portal.visits.school.School;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/** Takes the list of pupils of a school. */
class PupilListDialog extends FileDialog {

    private final transient PupilLists lists;
    private final transient School school;
    private final Checkbox otherName;
    private volatile boolean whoever;

    PupilListDialog(PupilLists lists, School school, Runnable changed) {
        this(lists, school, changed, new Checkbox("Nama pada berkas berbeda, tetapi memang sekolah ini"));
    }

    private PupilListDialog(PupilLists lists, School school, Runnable changed, Checkbox otherName) {
        super(
                "Daftar siswa " + school.name(),
                "Ekspor Dapodik \"Daftar Peserta Didik\" apa adanya, atau daftar dengan kolom Nama, NISN, NIK, JK, Tanggal"
                        + " Lahir dan Rombel. Kolom lain tidak dibaca. Daftar dianggap lengkap: yang tidak ada lagi dicatat"
                        + " keluar, daftar yang sama sekali lagi hanya memperbarui.",
                PupilLists.LARGEST_FILE,
                changed,
                otherName);
        this.lists = lists;
        this.school = school;
        this.otherName = otherName;
        this.otherName.addValueChangeListener(change -> whoever = change.getValue());
    }

    @Override
    Outcome enter(InputStream content) throws IOException {
        return outcome(lists.importFile(school.npsn(), content, whoever));
    }

    private static Outcome outcome(ListImport done) {
        String verdicts = done.verdicts().entrySet().stream()
                .map(one -> Formats.number(one.getValue()) + " "
                        + one.getKey().label().toLowerCase(Formats.INDONESIAN))
                .collect(Collectors.joining(", "));
        return new Outcome(
                "%s siswa (%s baru, %s keluar, %s pindahan, %s juga di sekolah lain): %s."
                        .formatted(
                                Formats.number(done.listed()),
                                Formats.number(done.added()),
                                Formats.number(done.left()),
                                Formats.number(done.moved()),
                                Formats.number(done.doubled()),
                                verdicts),
                done.refused());
    }
}
