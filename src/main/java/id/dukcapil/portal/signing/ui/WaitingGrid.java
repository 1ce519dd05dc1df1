package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.LineGrid;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.signing.WaitingPlace;
import id.dukcapil.portal.signing.WaitingRow;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The documents that wait, the oldest first, to tick and to open, fetched page by page. */
class WaitingGrid extends LineGrid<SigningDocumentId, WaitingLine> {

    private static final String LINE = """
            <div class="waiting-line">
              <span class="who">${item.concerns}</span>
              ${item.left ? html`<span class="left badge neutral">tidak menunggu lagi</span>` : ''}
              <span class="what">${item.what}</span>
              <span class="when badge ${item.tone}" title="sejak diverifikasi">${item.age}</span>
              <span class="open" aria-hidden="true">Buka</span>
            </div>""";

    /** From here on a line says that it has waited long. */
    private static final Duration LONG = Duration.ofDays(1);

    private final transient WaitingDocuments documents;
    private final transient Clock clock;

    /**
     * @param mayTick whether documents can be chosen
     * @param officeName empty where there is but one office to see
     */
    WaitingGrid(WaitingDocuments documents, boolean mayTick, Function<OfficeCode, String> officeName, Clock clock) {
        super(line -> line.row().id(), mayTick, "ArrowUp ArrowDown ArrowLeft ArrowRight");
        this.documents = documents;
        this.clock = clock;
        addClassName("waiting-grid");
        addColumn(line(officeName)).setFlexGrow(1);
    }

    @Override
    protected boolean hasLeft(WaitingLine line) {
        return line.left();
    }

    private LitRenderer<WaitingLine> line(Function<OfficeCode, String> officeName) {
        return LitRenderer.<WaitingLine>of(LINE)
                .withProperty("concerns", line -> line.row().concerns())
                .withProperty("left", WaitingLine::left)
                .withProperty(
                        "what",
                        line -> what(line.row(), officeName.apply(line.row().office())))
                .withProperty("age", line -> Formats.duration(age(line.row())))
                .withProperty("tone", line -> age(line.row()).compareTo(LONG) > 0 ? "warn" : "neutral");
    }

    private static String what(WaitingRow row, String office) {
        return "%s %s%s · verifikasi %s"
                .formatted(row.title(), row.reference(), office.isEmpty() ? "" : " · " + office, row.verifier());
    }

    private Duration age(WaitingRow row) {
        return Duration.between(row.verifiedAt(), clock.instant());
    }

    /** @param told whether a person has ticked, or the list itself */
    void onTicks(Consumer<Boolean> told) {
        if (getSelectionMode() == SelectionMode.MULTI) {
            addSelectionListener(change -> told.accept(change.isFromClient()));
        }
    }

    /** The oldest first. */
    List<SigningDocumentId> ticked() {
        return getSelectedItems().stream()
                .map(line -> line.row().place())
                .sorted()
                .map(WaitingPlace::document)
                .toList();
    }

    /** @param count how many there are; beyond what is counted the list goes on until it ends */
    void show(WaitingFilter filter, int count) {
        this.<WaitingRow, WaitingPlace>show(
                (after, skip, limit) -> documents.page(filter, after, skip, limit),
                WaitingRow::place,
                count,
                WaitingDocuments.COUNT_LIMIT,
                (rows, offset) ->
                        rows.stream().map(row -> new WaitingLine(row, false)).toList());
    }

    /** Ticks all of these, whether they are loaded or not. */
    void tickAll(List<WaitingRow> rows) {
        if (getSelectionMode() == SelectionMode.MULTI) {
            var lines = new LinkedHashSet<WaitingLine>();
            rows.forEach(row -> lines.add(new WaitingLine(row, false)));
            asMultiSelect().setValue(lines);
        }
    }

    void toggle(WaitingRow row) {
        toggle(new WaitingLine(row, false));
    }

    /**
     * Shows on the lines that their documents wait no more, and takes their ticks away. Every line stays where it is.
     *
     * @return how many lines are left behind
     */
    int renew() {
        Set<SigningDocumentId> waiting = documents.stillWaiting(fetched().keySet());
        List.copyOf(fetched().values()).stream()
                .filter(line -> !line.left() && !waiting.contains(line.row().id()))
                .forEach(line -> {
                    deselect(line);
                    replace(line.gone());
                });
        return left();
    }
}
