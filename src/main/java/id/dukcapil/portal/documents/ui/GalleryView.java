package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.BarTable.Bar;
import id.dukcapil.portal.common.ui.parts.ClosedDay;
import id.dukcapil.portal.common.ui.parts.DayClosing;
import id.dukcapil.portal.common.ui.parts.DayClosing.Hindrance;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Fork;
import id.dukcapil.portal.common.ui.parts.LineTable;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.StackedBar;
import id.dukcapil.portal.common.ui.parts.StackedBar.Part;
import id.dukcapil.portal.common.ui.parts.StackedBar.Shade;
import id.dukcapil.portal.common.ui.parts.Step;
import id.dukcapil.portal.common.ui.parts.Step.Progress;
import id.dukcapil.portal.common.ui.parts.StepStrip;
import id.dukcapil.portal.common.ui.parts.UrgencyList;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.paper.NumberWords;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPaper.Signer;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Galeri: every shared part of a page with invented content, for those who build or judge pages. */
@Route(value = GalleryView.ROUTE, registerAtStartup = false)
@PageTitle("Galeri bagian halaman")
@Menu(title = "Galeri", order = 190)
@RolesAllowed(Permission.Name.SYSTEM_READ)
class GalleryView extends Page {

    static final String ROUTE = "galeri";

    private final transient OfficialPapers papers;
    private final transient Organisation organisation;
    private final transient Clock clock;

    GalleryView(OfficialPapers papers, Organisation organisation, Clock clock) {
        super("Galeri bagian halaman");
        this.papers = papers;
        this.organisation = organisation;
        this.clock = clock;
        setSubtitle("Bagian yang dipakai beberapa ruang, dengan isi rekaan");
        setActions(new FileLink(
                "Naskah dinas", "naskah-dinas.pdf", FileLink.PDF, out -> out.write(papers.print(paper()))));
        var keys = new KeyHelp();
        add(keys, scan(), steps(), rows(), fork(keys), work(), figures(), bars(), line(), closing());
    }

    private static Div scan() {
        var field = new ScanField("Pindai QR ponsel, tiket, atau ketik NIK", text -> {});
        field.setAutofocus(false);
        field.answer()
                .say("QR cocok", "Terbit 22 detik lalu, belum dipakai. Kode dikirim ke surelnya.", "10.41.07", Tone.OK);
        return field.withAnswer();
    }

    private static Sheet steps() {
        Step now = Step.current("Periksa, cek iris/sidik jari", "4 mnt dari 5–10", 0.4);
        return new Sheet(
                "Langkah satu berkas",
                StepStrip.of(List.of(
                        Step.of(Progress.DONE, "Serahkan berkas", "1 mnt dari 5")
                                .by("Penduduk"),
                        now.by("Operator registrasi").timed(Tone.OK).or("tidak benar: berkas kembali"),
                        Step.of(Progress.AHEAD, "Perekaman", "5–10 mnt").by("Operator perekaman"),
                        Step.of(Progress.AHEAD, "Berkas kembali dengan bukti", "paling lama 5 mnt"))));
    }

    private static Sheet rows() {
        List<String> titles = List.of("Aplikasi", "Isi data", "Swafoto", "Pindai QR");
        return new Sheet("Langkah dalam daftar")
                .note("satu lajur setiap langkah")
                .padded(
                        StepStrip.heads(titles),
                        bars(titles, 3, Step.current("Pindai QR", "35 dtk", 0.12)),
                        bars(titles, 2, Step.of(Progress.REPEATED, "Swafoto", "2 dari 3")),
                        bars(titles, 1, Step.of(Progress.STOPPED, "Isi data", "ditolak")));
    }

    private static StepStrip bars(List<String> titles, int done, Step now) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < titles.size(); i++) {
            Progress progress = i < done ? Progress.DONE : Progress.AHEAD;
            steps.add(i == done ? now : Step.of(progress, titles.get(i), i < done ? "2 mnt" : ""));
        }
        return StepStrip.bars(steps);
    }

    private static Sheet fork(KeyHelp keys) {
        Fork fork = new Fork("Hasil cek di BcardManagement?", keys)
                .way("Belum rekam", "Beri nomor P-009", () -> Notify.done("Belum rekam"))
                .way("Sudah rekam", "Jelaskan, kembalikan berkas", () -> Notify.done("Sudah rekam"));
        return new Sheet("Percabangan", fork);
    }

    private static UrgencyList work() {
        return new UrgencyList(
                "Menunggu menurut kemendesakan",
                List.of(
                        waiting(Urgency.TODAY, "3 orang siap cetak (PRR)", "sampai 15.00", Tone.NEUTRAL),
                        waiting(Urgency.NOW, "Rekam tidak berhasil, percobaan ke-1", "sisa 3 mnt", Tone.WARN),
                        waiting(Urgency.LATE, "Serah terima P-008 belum diterima", "lewat 8 mnt", Tone.LATE)));
    }

    private static UrgentWork waiting(Urgency urgency, String title, String time, Tone tone) {
        return new UrgentWork(urgency, null, title, "alasan dalam satu baris", time, tone, "Periksa", ROUTE);
    }

    private static Div figures() {
        return Figure.row(
                new Figure("Tepat waktu", "88,2", "Oktober 91,9%", Tone.NEUTRAL, ROUTE).withUnit("%"),
                new Figure("Terlambat sekarang", "29", "dari 63 terbuka", Tone.LATE, ROUTE));
    }

    private static Sheet bars() {
        var stacked = new StackedBar(
                List.of(new Part("aktif", 15, Shade.MAIN, ROUTE), new Part("berjalan", 5, Shade.OPEN, ROUTE)));
        List<Bar> bars = List.of(
                new Bar("1 Aplikasi", 24, "24", ROUTE),
                new Bar("2 Isi data", 23, 20.0, "23", ROUTE, Tone.WARN),
                new Bar("6 Arsip", 15, "15", ROUTE));
        return new Sheet("Batang dan batas", new BarTable("Langkah", "Orang", bars).note("garis: batas langkah"))
                .padded(stacked)
                .beside(new FigureLink("24 orang", ROUTE));
    }

    private static Sheet line() {
        List<String> hours = List.of("08", "09", "10", "11", "12", "13", "14");
        var lines = List.of(line("Hari ini", 14, 15, 16, 18, 19, 21, 22), line("Selasa lalu", 9, 11, 3, 5, 8, 4, 6));
        return new Sheet("Garis dan batas", new LineTable("Jam", hours, lines, 20L, "garis putus: batas 20"));
    }

    private static LineTable.Line line(String name, long... values) {
        return new LineTable.Line(
                name,
                LongStream.of(values)
                        .mapToObj(value -> new LineTable.Point(value, ROUTE))
                        .toList());
    }

    private Div closing() {
        var open = new DayClosing("Penutupan hari yang terhalang");
        open.showOpen(List.of(new Hindrance("2 orang masih dilayani", "Lihat", ROUTE)), "Angka dikunci.", () -> {});
        var ready = new DayClosing("Penutupan hari");
        ready.showOpen(List.of(), "Angka hari ini dikunci dengan hash.", () -> ready.showClosed(closed()));
        var locked = new DayClosing("Hari yang ditutup");
        locked.showClosed(closed());
        var all = new Div(open, ready, locked);
        all.addClassName("stack");
        return all;
    }

    private ClosedDay closed() {
        String digest =
                ContentHash.of("24 orang".getBytes(StandardCharsets.UTF_8)).value();
        return new ClosedDay(clock.instant(), "Fitri Handayani", digest, 0, organisation.timeZone());
    }

    private OfficialPaper paper() {
        LocalDate today = organisation.today(clock);
        return new OfficialPaper("Berita acara contoh", "CONTOH/1/" + today.getYear())
                .paragraph("Pada hari %s telah dihitung 793 (%s) keping blangko KTP-el."
                        .formatted(NumberWords.day(today), NumberWords.of(793)))
                .fact("Kantor", organisation.name())
                .table(
                        List.of(PaperColumn.text("Tempat", 3), PaperColumn.figures("Dihitung", 1)),
                        List.of(List.of("Brankas", "780"), List.of("Sisa printer", "13")),
                        List.of("Jumlah", "793"))
                .locked(closed())
                .signatures(
                        organisation.place() + ", " + Formats.date(today),
                        List.of(new Signer("Yang menghitung,", "Dadan Kurnia", null)));
    }
}
