package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.DueTime;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.submission.CaseFile;
import id.dukcapil.portal.submission.CaseFiles;
import id.dukcapil.portal.submission.Checklists;
import id.dukcapil.portal.submission.Desk;
import id.dukcapil.portal.submission.InboxDues;
import id.dukcapil.portal.submission.InboxFilter;
import id.dukcapil.portal.submission.InboxOrder;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.InboxRow;
import id.dukcapil.portal.submission.InboxWindow;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionInbox;
import id.dukcapil.portal.submission.SubmissionNumber;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kotak masuk: the operator and the verifier work their queues from here, by keyboard from the list to the decision to
 * the next request. What the address says is shown; new work is told, and moves no line under the cursor.
 */
@Route(SubmissionNavigation.INBOX)
@PageTitle("Kotak masuk")
@Menu(title = "Kotak masuk", order = 20)
@RolesAllowed(Permission.Name.SUBMISSION_READ)
@StyleSheet("context://styles/submission.css")
class InboxView extends AddressedPage {

    /** Beats of the pulse between two looks at the queues. */
    private static final int BEATS = 3;

    private final transient SubmissionInbox inbox;
    private final transient InboxDues dues;
    private final transient CaseFiles files;
    private final transient Checklists checklists;
    private final transient CaseActions actions;
    private final transient Reasons reasons;
    private final transient Map<OfficeCode, Office> offices;

    private final InboxTabs tabs = new InboxTabs(this::choose);
    private final InboxFilters filters;
    private final Button stale = new Button("", click -> reload());
    private final InboxGrid grid;
    private final BulkBar bulk;
    private final CasePanel panel = new CasePanel();
    private final ListAndPanel content;
    private transient @Nullable InboxFilter listed;
    private int listedCount;
    private transient @Nullable CaseContent open;
    private int beats;

    InboxView(
            SubmissionInbox inbox,
            InboxDues dues,
            CaseFiles files,
            Checklists checklists,
            CaseActions actions,
            Reasons reasons,
            CurrentStaff staff,
            Pulse pulse) {
        super("Kotak masuk verifikasi", SubmissionNavigation.INBOX);
        this.inbox = inbox;
        this.dues = dues;
        this.files = files;
        this.checklists = checklists;
        this.actions = actions;
        this.reasons = reasons;
        offices = staff.officesInScope().stream().collect(Collectors.toMap(Office::code, office -> office));
        filters = new InboxFilters(staff, reasons, this::go, this::reload);
        boolean several = offices.size() > 1;
        Office own = offices.get(staff.require().office());
        grid = new InboxGrid(
                inbox,
                dues,
                reasons,
                staff.require().id(),
                code -> several ? officeOf(code).name() : "",
                own == null ? offices.values().iterator().next().timeZone() : own.timeZone());
        bulk = new BulkBar(actions, grid::deselectAll, this::reload);
        grid.addSelectionListener(marked -> bulk.show(marked.getAllSelectedItems()));
        content = new ListAndPanel(grid, panel, line -> choose(line.row().number()))
                .whenEmpty(
                        "Tidak ada permohonan di sini",
                        "Pilih antrean lain di atas, ubah saringan, atau tekan Ambil berikutnya.");
        panel.onDismiss(() -> go(url().with(InboxFilters.NUMBER, null)));
        addClassName("inbox");
        add(tabs, filters.bar(), bulk, content, keys());
        fillHeight(content);
        header(staff);
        pulse.follow(this, this::look);
    }

    private void header(CurrentStaff staff) {
        stale.addThemeVariants(ButtonVariant.TERTIARY);
        stale.addClassName("stale");
        stale.setVisible(false);
        if (staff.may(Permission.SUBMISSION_CHECK) || staff.may(Permission.SUBMISSION_VERIFY)) {
            var next = new Button("Ambil berikutnya", click -> takeNext());
            next.addThemeVariants(ButtonVariant.PRIMARY);
            var cap = new Span();
            cap.getElement().setProperty("innerHTML", "<kbd>N</kbd>");
            next.setSuffixComponent(cap);
            setActions(stale, next);
        } else {
            setActions(stale);
        }
    }

    private KeyHelp keys() {
        var keys = new KeyHelp()
                .with("n", "Ambil berikutnya", this::takeNext)
                .with("j", "Permohonan di bawahnya", () -> step(1))
                .with("ArrowDown", "Permohonan di bawahnya", () -> step(1))
                .with("k", "Permohonan di atasnya", () -> step(-1))
                .with("ArrowUp", "Permohonan di atasnya", () -> step(-1))
                .with("x", "Tandai untuk dikerjakan bersama", grid::toggleChosen)
                .with("Enter", "Pegang permohonan yang terbuka", () -> withOpen(CaseContent::claim));
        CaseContent.addKeys(keys, this::withOpen);
        return keys;
    }

    private void withOpen(Consumer<CaseContent> act) {
        Optional.ofNullable(open).ifPresent(act);
    }

    @Override
    protected void refresh() {
        filters.show(url());
        InboxFilter filter = filters.filter();
        if (!filter.equals(listed)) {
            list(filter);
        }
        showChosen();
    }

    /** Something was done: the list is read anew. Whoever only opens another line keeps the list as it lies there. */
    private void reload() {
        listed = null;
        refresh();
    }

    private void list(InboxFilter filter) {
        listed = filter;
        listedCount = inbox.count(filter);
        tabs.select(filter.queue());
        showCounts();
        filters.bar()
                .setCount(
                        Math.min(listedCount, SubmissionInbox.COUNT_LIMIT), listedCount > SubmissionInbox.COUNT_LIMIT);
        stale.setVisible(false);
        grid.show(filter, listedCount);
        content.showList(listedCount);
    }

    private void showCounts() {
        Map<InboxQueue, Integer> counts = inbox.counts();
        tabs.show(counts);
        setSubtitle("%s menunggu · %s terlambat"
                .formatted(
                        InboxTabs.text(counts.getOrDefault(InboxQueue.NEW, 0)),
                        InboxTabs.text(counts.getOrDefault(InboxQueue.LATE, 0))));
    }

    private void showChosen() {
        Optional<SubmissionNumber> number = url().text(InboxFilters.NUMBER).flatMap(SubmissionNumber::parse);
        Optional<CaseFile> file = number.flatMap(files::open);
        if (file.isEmpty() && number.isPresent()) {
            Notify.warning("Permohonan dengan nomor itu tidak ada, atau bukan permohonan kantor Anda.");
        }
        open = null;
        grid.mark(file.map(shown -> shown.submission().number()).orElse(null));
        content.showChosen(file, this::show);
    }

    private void show(CaseFile file) {
        SubmissionDetails submission = file.submission();
        var shown = new CaseContent(
                actions,
                reasons,
                file,
                checklists.of(submission.number()).orElseThrow(),
                officeOf(submission.office()).timeZone(),
                this::decided,
                this::reload);
        panel.show(submission, shown, actions.isHeldByMe(submission), due(submission.number()));
        open = shown;
    }

    private Office officeOf(OfficeCode code) {
        return Objects.requireNonNull(offices.get(code), "An office out of reach");
    }

    private Optional<DueTime> due(SubmissionNumber number) {
        List<InboxRow> row = inbox.page(
                new InboxFilter(InboxQueue.ALL, null, null, InboxWindow.ANY, number.value(), InboxOrder.NEWEST),
                null,
                0,
                1);
        return Optional.ofNullable(dues.of(row).get(number));
    }

    private void choose(InboxQueue queue) {
        go(url().with(InboxFilters.QUEUE, queue).with(InboxFilters.NUMBER, null).with(ListFilters.SEARCH, null));
    }

    private void choose(SubmissionNumber number) {
        go(url().with(InboxFilters.NUMBER, number));
    }

    private void step(int lines) {
        grid.beside(lines).ifPresent(this::choose);
    }

    private void takeNext() {
        if (actions.worksIn(Desk.OPERATOR) || actions.worksIn(Desk.VERIFIER)) {
            actions.next().ifPresent(next -> {
                listed = null;
                choose(next.number());
            });
        }
    }

    /** After a decision the next line is open already. */
    private void decided(SubmissionNumber number) {
        Optional<SubmissionNumber> next = grid.beside(1).or(() -> grid.beside(-1));
        listed = null;
        go(url().with(InboxFilters.NUMBER, next.orElse(null)));
    }

    /** Counts and marks change at once; lines come and go only when the person wants it, so that none moves under the cursor. */
    private void look() {
        beats++;
        InboxFilter filter = listed;
        if (beats % BEATS != 0 || filter == null) {
            return;
        }
        showCounts();
        int left = grid.renew();
        // Beyond what is counted nobody can say how many are new
        int more = listedCount > SubmissionInbox.COUNT_LIMIT ? 0 : inbox.count(filter) + left - listedCount;
        tellNews(more, left);
        Optional.ofNullable(open).ifPresent(file -> grid.row(file.number()).ifPresent(file::compare));
    }

    private void tellNews(int more, int left) {
        stale.setVisible(more != 0 || left > 0);
        stale.setText(more > 0 ? "%d baru · muat".formatted(more) : "Daftar berubah · muat");
    }
}
