package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.recording.book.Diary;
import id.dukcapil.portal.recording.book.Diary.DiaryFilter;
import id.dukcapil.portal.recording.book.DiaryLine;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** BHPPK: the diary that keeps itself, by day and range, to print; a row opens its correction. */
@Route(RecordingNavigation.BOOK)
@PageTitle("BHPPK")
@Menu(title = "BHPPK", order = 42)
@RolesAllowed(Permission.Name.RECORDING_READ)
class DiaryView extends RegisterPage<DiaryLine> {

    private final transient Diary diary;
    private final transient ZoneId zone;
    private final ComboBox<Office> office;
    private final ListFilters.Period period;

    DiaryView(Diary diary, CurrentStaff staff, Clock clock) {
        super("BHPPK", RecordingNavigation.BOOK);
        this.diary = diary;
        List<Office> offices = staff.officesInScope();
        zone = offices.getFirst().timeZone();
        office = filters.office(offices);
        period = filters.period(() -> LocalDate.ofInstant(clock.instant(), zone));
        boolean mayCorrect = staff.may(Permission.RECORDING_REGISTER);
        setSubtitle("Buku Harian Peristiwa Penting dan Peristiwa Kependudukan, terisi sendiri dari perekaman."
                + (mayCorrect ? " Pilih satu baris untuk mencatat koreksinya." : ""));
        setActions(
                new FileLink("XLSX", "bhppk.xlsx", FileLink.XLSX, out -> diary.xlsx(filter(), out)),
                new Button("Cetak PDF", click -> print()));
        addColumns();
        list(this::filter, diary::count, Diary.COUNT_LIMIT, diary::page, DiaryLine::cursor);
        if (mayCorrect) {
            onRow(this::correct);
        }
        whenEmpty(
                "Belum ada baris",
                "Baris muncul di sini ketika berkas perekaman diterima. Ubah saringan hari di atas.");
        lay();
    }

    private void addColumns() {
        grid.column("Nomor", "10rem", DiaryLine::number);
        grid.column("Waktu", "9rem", line -> Formats.shortDateTime(line.at(), zone));
        grid.column("Nama", 4, DiaryView::name);
        grid.column("Peristiwa", 8, DiaryLine::event);
        grid.column("Nomor berkas", "12.5rem", DiaryLine::recording);
        grid.column("Petugas", 4, DiaryLine::officer);
        grid.column("Keterangan", 4, line -> Objects.requireNonNullElse(line.note(), ""));
        grid.cards(
                DiaryView::name,
                line -> List.of(line.event(), line.number() + " · " + Formats.shortDateTime(line.at(), zone)));
    }

    private static String name(DiaryLine line) {
        return Objects.requireNonNullElse(line.name(), "(identitas dihapus)");
    }

    private DiaryFilter filter() {
        return new DiaryFilter(
                ListFilters.chosen(office, Office::code),
                period.from().getValue(),
                period.to().getValue(),
                zone);
    }

    private void print() {
        try {
            byte[] pdf = diary.pdf(filter());
            new PdfDialog("BHPPK", "bhppk.pdf", () -> pdf).open();
        } catch (InvalidInput tooMuch) {
            Notify.warning(String.valueOf(tooMuch.getMessage()));
        }
    }

    private void correct(DiaryLine line) {
        ReasonDialog.ask(
                "Koreksi baris " + line.number(),
                "Baris ini tetap; koreksinya menjadi baris baru.",
                "Catat koreksi",
                text -> {
                    diary.correct(line.number(), text)
                            .ifPresent(added ->
                                    Notify.done("Koreksi dicatat sebagai baris %s.".formatted(added.number())));
                    refresh();
                });
    }
}
