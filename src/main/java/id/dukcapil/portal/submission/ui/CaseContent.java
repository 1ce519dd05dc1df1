package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.CaseTimes;
import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.submission.CaseFile;
import id.dukcapil.portal.submission.Checklist;
import id.dukcapil.portal.submission.InboxRow;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request laid out to be judged: what it says, what the register says, what has to be looked at, what happened. */
class CaseContent extends Div {

    private final transient CaseActions actions;
    private final transient CaseFile file;
    private final transient Consumer<SubmissionNumber> decided;
    private final transient Runnable changed;
    private final Div news = new Div();
    private String told = "";
    private final ChecklistPanel checklist;
    private final DecisionBar decisions;
    private transient @Nullable CasePapers papers;

    /**
     * @param decided told which request has just been judged, so that the page can go on to the next
     * @param changed called when the page shows something that is no longer so
     */
    CaseContent(
            CaseActions actions,
            Reasons reasons,
            CaseFile file,
            Checklist items,
            ZoneId zone,
            Consumer<SubmissionNumber> decided,
            Runnable changed) {
        this.actions = actions;
        this.file = file;
        this.decided = decided;
        this.changed = changed;
        SubmissionDetails submission = file.submission();
        boolean mayJudge = actions.mayJudge(submission);
        decisions = new DecisionBar(actions, submission, decided, changed);
        checklist =
                new ChecklistPanel(actions, submission.number(), items, mayJudge, zone, changed, this::showProgress);
        addClassName("case");
        news.addClassName("case-news");
        news.setVisible(false);
        add(news);
        CaseCallouts.of(file, actions.isHeldByAnother(submission)).forEach(this::add);
        add(wish(submission, reasons), evidence(submission, zone), around(submission, reasons, zone), decisions);
        showProgress();
    }

    /** What is claimed and what proves it, side by side. */
    private Component evidence(SubmissionDetails submission, ZoneId zone) {
        return columns(new Div(register(), checklistSection(submission)), new Div(papers(submission, zone)));
    }

    private Component around(SubmissionDetails submission, Reasons reasons, ZoneId zone) {
        return columns(
                new Div(applicant(submission), family(), others(reasons, zone)),
                new Div(outcome(submission), times(zone), history(zone)));
    }

    /** What the keys do with the file that is open, wherever that is. */
    static void addKeys(KeyHelp keys, Consumer<Consumer<CaseContent>> withOpen) {
        keys.with("a", "Setujui atau teruskan", () -> withOpen.accept(CaseContent::pass))
                .with("o", "Kembalikan ke operator", () -> withOpen.accept(CaseContent::returnToOperator))
                .with("p", "Kembalikan ke pemohon", () -> withOpen.accept(CaseContent::returnToApplicant))
                .with("t", "Tolak", () -> withOpen.accept(CaseContent::reject))
                .with("l", "Lepas", () -> withOpen.accept(CaseContent::release))
                .with("b", "Buka lampiran berikutnya", () -> withOpen.accept(CaseContent::nextPaper));
        ChecklistPanel.addKeys(keys, item -> withOpen.accept(file -> file.toggle(item)));
    }

    private static Component columns(Div main, Div side) {
        main.addClassName("case-main");
        side.addClassName("case-side");
        var columns = new Div(main, side);
        columns.addClassName("case-columns");
        return columns;
    }

    private Component wish(SubmissionDetails submission, Reasons reasons) {
        var wish = new Div(new Span("%s (%s) · lewat %s"
                .formatted(
                        reasons.label(submission.reasonCode()),
                        submission.reasonCode(),
                        submission.origin().label())));
        wish.addClassName("case-wish");
        if (submission.note() != null) {
            wish.add(CaseSections.quote(submission.note()));
        }
        return wish;
    }

    private Component applicant(SubmissionDetails submission) {
        return section(
                "Pemohon",
                new MaskedFacts(CaseSections.masked(submission.applicant()), actions.opening(submission.number())));
    }

    private Component papers(SubmissionDetails submission, ZoneId zone) {
        papers = actions.papers(submission, zone).orElse(null);
        return papers == null
                ? note("Lampiran", "Lampiran tidak ditampilkan untuk peran Anda.")
                : section("Lampiran dan surat", papers);
    }

    private Component register() {
        if (file.comparison().isEmpty()) {
            return note("Data kependudukan", "Data kependudukan tidak ditampilkan untuk peran Anda.");
        }
        return section("Data SIAK dan yang diajukan", CaseSections.comparison(file));
    }

    private Component family() {
        if (file.family().isEmpty()) {
            return new Div();
        }
        Section family = section("Keluarga menurut SIAK", CaseSections.family(file.family()));
        Address address = file.address();
        if (address != null) {
            var lives = new Paragraph("%s, RT %s RW %s".formatted(address.street(), address.rt(), address.rw()));
            lives.addClassName("muted");
            family.add(lives);
        }
        return family;
    }

    private Component checklistSection(SubmissionDetails submission) {
        return checklist.checklist().items().isEmpty()
                ? new Div()
                : section(
                        "Daftar periksa " + submission.status().desk().label().toLowerCase(java.util.Locale.ROOT),
                        checklist);
    }

    private Component outcome(SubmissionDetails submission) {
        return CaseOutcome.of(submission, actions::may)
                .<Component>map(outcome -> section("Tanda tangan dan penyerahan", outcome))
                .orElseGet(Div::new);
    }

    private Component others(Reasons reasons, ZoneId zone) {
        return section("Permohonan lain keluarga ini", CaseSections.others(file.others(), reasons, zone));
    }

    private Component times(ZoneId zone) {
        CaseFigures.Figures figures = file.figures();
        return figures == null ? new Div() : section("Waktu", new CaseTimes(figures, zone));
    }

    private Component history(ZoneId zone) {
        return section("Riwayat", CaseSections.timeline(file.submission(), zone));
    }

    private static Component note(String title, String text) {
        var note = new Span(text);
        note.addClassName("muted");
        return section(title, note);
    }

    private static Section section(String title, Component... content) {
        var heading = new H3(title);
        heading.addClassName("label");
        var section = new Section(heading);
        section.add(content);
        return section;
    }

    private void showProgress() {
        Checklist items = checklist.checklist();
        decisions.showProgress(items.ticked(), items.items().size());
    }

    /** Ticks the item at that place of the checklist, or takes the tick away. */
    void toggle(int place) {
        checklist.toggle(place);
    }

    void nextPaper() {
        Optional.ofNullable(papers).ifPresent(CasePapers::nextInTurn);
    }

    void pass() {
        actions.pass(file.submission(), decided, changed);
    }

    void returnToOperator() {
        actions.returnToOperator(file.submission(), decided, changed);
    }

    void returnToApplicant() {
        actions.returnToApplicant(file.submission(), decided, changed);
    }

    void reject() {
        actions.reject(file.submission(), decided, changed);
    }

    /** Takes the request to work on when it is free, and lets go of it otherwise. */
    void claim() {
        SubmissionDetails submission = file.submission();
        if (submission.holding() == null && actions.worksIn(submission.status().desk())) {
            actions.claim(submission.number(), changed);
        }
    }

    void release() {
        if (actions.isHeldByMe(file.submission())) {
            actions.release(file.submission().number(), changed);
        }
    }

    SubmissionNumber number() {
        return file.submission().number();
    }

    /** Says above the file when somebody else has done something with the request meanwhile; nothing on it changes by itself. */
    void compare(InboxRow now) {
        SubmissionDetails shown = file.submission();
        if (now.version() != shown.version()) {
            tellNews("Permohonan ini kini berstatus \"%s\"."
                    .formatted(now.status().label()));
            return;
        }
        Claim.Holding holding = now.holding();
        Claim.Holding before = shown.holding();
        if (holding != null && (before == null || !holding.holder().equals(before.holder()))) {
            tellNews("%s kini memegang permohonan ini.".formatted(holding.name()));
        }
    }

    private void tellNews(String sentence) {
        if (news.isVisible() && sentence.equals(told)) {
            return;
        }
        told = sentence;
        news.removeAll();
        news.add(
                new Callout("Baru saja berubah", Tone.WARN, sentence),
                new Button("Muat keadaan terbaru", click -> changed.run()));
        news.setVisible(true);
    }
}
