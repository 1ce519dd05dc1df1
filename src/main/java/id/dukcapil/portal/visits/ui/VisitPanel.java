package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.visits.day.DayPapers;
import id.dukcapil.portal.visits.plan.AssignmentPapers;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.visit.SchoolAnswer;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitLetters;
import id.dukcapil.portal.visits.visit.VisitStatus;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** One visit beside the list: what is known, what the school said, what comes next. */
class VisitPanel extends DetailPanel {

    private final transient Visits visits;
    private final transient VisitLetters letters;
    private final transient AssignmentPapers assignments;
    private final transient DayPapers dayPapers;
    private final transient Schedule schedule;
    private final boolean plans;
    private final transient ZoneId zone;
    private final transient Runnable changed;

    VisitPanel(
            Visits visits,
            VisitLetters letters,
            AssignmentPapers assignments,
            DayPapers dayPapers,
            Schedule schedule,
            boolean plans,
            ZoneId zone,
            Runnable changed) {
        super("rincian kunjungan");
        this.visits = visits;
        this.letters = letters;
        this.assignments = assignments;
        this.dayPapers = dayPapers;
        this.schedule = schedule;
        this.plans = plans;
        this.zone = zone;
        this.changed = changed;
    }

    void show(VisitDetails visit) {
        startWith(visit.schoolName(), new StatusBadge(visit.status().label(), VisitsView.tone(visit.status())));
        add(facts(visit));
        SchoolAnswer answer = visit.answer();
        if (answer != null) {
            add(section("Jawaban sekolah", answer(answer)));
        }
        if (visit.overridden() != null) {
            add(new Callout("Aturan dikesampingkan", Tone.WARN, visit.overridden()));
        }
        if (plans) {
            offerNext(visit);
            offerOthers(visit);
        }
        if (visit.assignmentNumber() != null) {
            offer(
                    "Surat tugas (PDF)",
                    () -> assignments
                            .pdf(visit.number())
                            .ifPresent(pdf -> new PdfDialog(
                                            "Surat tugas " + visit.assignmentNumber(), "surat-tugas.pdf", () -> pdf)
                                    .open()));
        }
        if (visit.status() == VisitStatus.DONE) {
            offerPaper("Daftar hadir", () -> dayPapers.attendance(visit.number()));
            offerPaper("Kartu menyusul", () -> dayPapers.birthdays(visit.number()));
        }
        add(actions, section("Riwayat", Timeline.of(visit.history(), zone)));
    }

    private void offerPaper(String title, Supplier<Optional<byte[]>> paper) {
        String file = title.toLowerCase(Formats.INDONESIAN).replace(' ', '-') + ".pdf";
        offer(title + " (PDF)", () -> paper.get().ifPresent(pdf -> new PdfDialog(title, file, () -> pdf).open()));
    }

    private static KeyValueList facts(VisitDetails visit) {
        Integer recorded = visit.recorded();
        var facts = new KeyValueList()
                .with("Nomor", visit.number())
                .with(
                        "Hari",
                        visit.days() == 1
                                ? Formats.longDate(visit.first())
                                : "%s, %d hari".formatted(Formats.longDate(visit.first()), visit.days()))
                .with("Akan direkam", Formats.number(visit.expected()) + " siswa")
                .with("Tim", visit.crew() == null ? "" : visit.crew())
                .with("Kendaraan", visit.vehicle() == null ? "" : visit.vehicle())
                .with("Set", String.join(", ", visit.sets().stream().sorted().toList()))
                .with("Sekolah", new Anchor(VisitNavigation.school(visit.npsn()), "Buka sekolah"));
        return recorded == null ? facts : facts.with("Direkam", Formats.number(recorded));
    }

    private static KeyValueList answer(SchoolAnswer answer) {
        LocalDate wished = answer.wished();
        LocalDate from = answer.blackoutFrom();
        LocalDate to = answer.blackoutTo();
        return new KeyValueList()
                .with("Siswa", Formats.number(answer.pupils()))
                .with("Hari diminta", wished == null ? "sesuai usulan" : Formats.longDate(wished))
                .with(
                        "Tidak dapat",
                        from == null || to == null
                                ? ""
                                : "%s – %s".formatted(Formats.shortDate(from), Formats.date(to)))
                .with("Narahubung", answer.contact())
                .with("Catatan", answer.note());
    }

    private void offerNext(VisitDetails visit) {
        switch (visit.status()) {
            case DRAFT ->
                offer(
                        "Kirim surat",
                        () -> act(() -> visits.sendLetter(visit.number(), visit.version()), "Surat dikirim."),
                        ButtonVariant.PRIMARY);
            case INVITED ->
                offer("Catat jawaban …", () -> new AnswerDialog(visits, visit, changed).open(), ButtonVariant.PRIMARY);
            case ANSWERED ->
                offer(
                        "Sepakati jadwal",
                        () -> act(() -> visits.agree(visit.number(), visit.version()), "Jadwal disepakati."),
                        ButtonVariant.PRIMARY);
            case AGREED ->
                offer(
                        "Terbitkan",
                        () -> act(() -> visits.publish(visit.number(), visit.version()), "Jadwal diterbitkan."),
                        ButtonVariant.PRIMARY);
            case PUBLISHED ->
                offer("Catat hasil …", () -> new FinishDialog(visits, visit, changed).open(), ButtonVariant.PRIMARY);
            case DONE, CANCELLED -> {}
        }
    }

    private void offerOthers(VisitDetails visit) {
        if (visit.status() == VisitStatus.DRAFT) {
            offer(
                    "Sepakati tanpa surat",
                    () -> act(() -> visits.agree(visit.number(), visit.version()), "Jadwal disepakati."));
        }
        if (visit.status() == VisitStatus.INVITED) {
            offer("Ingatkan", () -> act(() -> visits.remind(visit.number()), "Sekolah diingatkan."));
        }
        if (visit.letterNumber() != null) {
            offer(
                    "Surat (PDF)",
                    () -> letters.pdf(visit.number())
                            .ifPresent(pdf -> new PdfDialog(
                                            "Surat " + visit.letterNumber(), "surat-sekolah.pdf", () -> pdf)
                                    .open()));
        }
        if (visit.status().isOpen()) {
            offer(
                    "Atur hari, tim, set …",
                    () -> new ArrangeDialog(schedule, visit, schedule.arrangement(visit), changed).open());
            offer("Batalkan …", () -> cancel(visit));
        } else if (visit.status() == VisitStatus.CANCELLED) {
            add(new Paragraph("Rencanakan kunjungan baru dari halaman sekolahnya."));
        }
    }

    private void cancel(VisitDetails visit) {
        ReasonDialog.askBeforeLoss(
                "Batalkan kunjungan " + visit.number(),
                "Halaman sekolah akan menyebut kunjungan ini batal; tim, set dan mobilnya bebas lagi.",
                "Batalkan kunjungan",
                why -> act(() -> visits.cancel(visit.number(), visit.version(), why), "Kunjungan dibatalkan."));
    }

    private void act(Supplier<Optional<VisitDetails>> verb, String done) {
        try {
            verb.get().ifPresent(visit -> Notify.done("%s: %s".formatted(visit.schoolName(), done)));
        } catch (InvalidInput | IllegalMove | ChangedMeanwhile refused) {
            Notify.warning(String.valueOf(refused.getMessage()));
        }
        changed.run();
    }
}
