package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.ui.DueTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.LineGrid;
import id.dukcapil.portal.submission.InboxDues;
import id.dukcapil.portal.submission.InboxFilter;
import id.dukcapil.portal.submission.InboxRow;
import id.dukcapil.portal.submission.SubmissionInbox;
import id.dukcapil.portal.submission.SubmissionNumber;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The requests of a queue as lines that read like those of a mail program, fetched page by page. */
class InboxGrid extends LineGrid<SubmissionNumber, InboxLine> {

    private static final String LINE = """
            <div class="inbox-line">
              <span class="number">${item.number}</span>
              <span class="reason">${item.reason}</span>
              ${item.status ? html`<span class="due badge ${item.statusTone}">${item.status}</span>` : ''}
              ${item.due ? html`<span class="due badge ${item.dueTone}" title="${item.dueText}">${item.due}</span>` : ''}
              ${item.holder ? html`<span class="holder badge info">${item.holder}</span>` : ''}
              <span class="who">${item.name}<span class="nik"> · ${item.nik}</span>${item.office ? ' · ' + item.office : ''}</span>
              <span class="when">${item.when}</span>
            </div>""";

    private static final String INTO_SIGHT = """
            if ($0 <= this._firstVisibleIndex || $0 >= this._lastVisibleIndex) {
              this.scrollToIndex(Math.max(0, $0 - 1));
            }""";

    private final transient SubmissionInbox inbox;
    private final transient InboxDues dues;

    private final transient Map<SubmissionNumber, Integer> places = new HashMap<>();

    private transient @Nullable InboxFilter filter;

    /**
     * @param me whose claims are "yours"
     * @param officeName empty where there is but one office to see
     */
    InboxGrid(
            SubmissionInbox inbox,
            InboxDues dues,
            Reasons reasons,
            StaffId me,
            Function<OfficeCode, String> officeName,
            ZoneId zone) {
        super(line -> line.row().number(), true, "ArrowUp ArrowDown Enter");
        this.inbox = inbox;
        this.dues = dues;
        addClassName("inbox-grid");
        addColumn(line(reasons, me, officeName, zone)).setFlexGrow(1);
    }

    @Override
    protected boolean hasLeft(InboxLine line) {
        return line.left();
    }

    private static LitRenderer<InboxLine> line(
            Reasons reasons, StaffId me, Function<OfficeCode, String> officeName, ZoneId zone) {
        return LitRenderer.<InboxLine>of(LINE)
                .withProperty("number", line -> line.row().number().value())
                .withProperty("reason", line -> reasons.label(line.row().reasonCode()))
                .withProperty("name", line -> line.row().applicantName())
                .withProperty("nik", line -> line.row().maskedNik())
                .withProperty("office", line -> officeName.apply(line.row().office()))
                .withProperty("when", line -> Formats.shortDateTime(line.row().createdAt(), zone))
                .withProperty("holder", line -> holder(line.row(), me))
                .withProperty(
                        "status",
                        line -> line.due() == null || line.moved()
                                ? line.row().status().label()
                                : "")
                .withProperty(
                        "statusTone",
                        line -> SubmissionTones.of(line.row().status()).cssClass())
                .withProperty(
                        "due",
                        line -> line.moved() ? "" : due(line).map(DueTime::text).orElse(""))
                .withProperty(
                        "dueTone",
                        line -> due(line).map(time -> time.tone().cssClass()).orElse(""))
                .withProperty(
                        "dueText", line -> due(line).map(DueTime::explanation).orElse(""));
    }

    private static Optional<DueTime> due(InboxLine line) {
        return Optional.ofNullable(line.due());
    }

    private static String holder(InboxRow row, StaffId me) {
        return Optional.ofNullable(row.holding())
                .map(holding -> holding.holder().equals(me) ? "Anda pegang" : "dipegang " + holding.name())
                .orElse("");
    }

    /** @param count how many there are; beyond what is counted the list goes on until it ends */
    void show(InboxFilter filter, int count) {
        this.filter = filter;
        places.clear();
        this.<InboxRow, InboxRow.Cursor>show(
                (after, skip, limit) -> inbox.page(filter, after, skip, limit),
                InboxRow::cursor,
                count,
                SubmissionInbox.COUNT_LIMIT,
                this::lines);
    }

    private List<InboxLine> lines(List<InboxRow> rows, int offset) {
        Map<SubmissionNumber, DueTime> times = dues.of(rows);
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).number(), offset + i);
        }
        return rows.stream()
                .map(row -> InboxLine.listed(row, times.get(row.number())))
                .toList();
    }

    /** Marks the line of the request that is open and brings it into sight; nothing is fetched for it. */
    void mark(@Nullable SubmissionNumber number) {
        if (markOpen(number)) {
            Optional.ofNullable(number)
                    .map(places::get)
                    .ifPresent(place -> getElement().executeJs(INTO_SIGHT, place));
        }
    }

    /**
     * Shows on the lines what has become of their requests meanwhile. Every line stays where it is and marked as it was.
     *
     * @return the lines that no longer belong to the queue
     */
    int renew() {
        InboxFilter listed = filter;
        if (listed == null) {
            return 0;
        }
        List<InboxRow> rows = inbox.now(fetched().keySet());
        Map<SubmissionNumber, DueTime> times = dues.of(rows);
        for (InboxRow row : rows) {
            InboxLine before = Objects.requireNonNull(fetched().get(row.number()));
            InboxLine line = before.now(row, times.get(row.number()), !inbox.lists(listed, row));
            fetched().put(row.number(), line);
            if (line.looksOtherThan(before)) {
                getDataProvider().refreshItem(line);
            }
        }
        return left();
    }

    /** The request as its line says it now. */
    Optional<InboxRow> row(SubmissionNumber number) {
        return Optional.ofNullable(fetched().get(number)).map(InboxLine::row);
    }

    /** Puts the line of the open request among those to act upon together, or takes it out. */
    void toggleChosen() {
        Optional.ofNullable(open()).map(fetched()::get).ifPresent(this::toggle);
    }

    /** The request so many lines below the one that is open, or the first when none is. */
    Optional<SubmissionNumber> beside(int step) {
        SubmissionNumber chosen = open();
        int place = chosen == null ? 0 : places.getOrDefault(chosen, 0) + step;
        return place < 0
                ? Optional.empty()
                : places.entrySet().stream()
                        .filter(known -> known.getValue() == place)
                        .map(Map.Entry::getKey)
                        .findFirst();
    }
}
