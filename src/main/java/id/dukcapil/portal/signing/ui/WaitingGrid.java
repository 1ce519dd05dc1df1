package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.signing.WaitingPlace;
import id.dukcapil.portal.signing.WaitingRow;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The documents that wait, the oldest first, to tick and to open, fetched page by page. */
class WaitingGrid extends Grid<WaitingLine> {

    private static final long serialVersionUID = 1L;

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

    /** Lines that are kept up to date; more than a browser holds at once. */
    private static final int RENEWED = 200;

    private final transient WaitingDocuments documents;
    private final transient Clock clock;

    /** The lines fetched last, the oldest first. */
    private final transient Map<SigningDocumentId, WaitingLine> fetched = new LinkedHashMap<>();

    private @Nullable SigningDocumentId open;

    /**
     * @param mayTick whether documents can be chosen
     * @param officeName empty where there is but one office to see
     */
    WaitingGrid(WaitingDocuments documents, boolean mayTick, Function<OfficeCode, String> officeName, Clock clock) {
        this.documents = documents;
        this.clock = clock;
        setSizeFull();
        addClassName("waiting-grid");
        setSelectionMode(mayTick ? SelectionMode.MULTI : SelectionMode.NONE);
        if (getSelectionModel() instanceof GridMultiSelectionModel<WaitingLine> ticks) {
            // The tick above the list chooses what matches, not what happens to be loaded
            ticks.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        }
        addColumn(line(officeName)).setFlexGrow(1);
        setPartNameGenerator(line -> line.row().id().equals(open) ? "chosen" : line.left() ? "left" : null);
        getElement().setAttribute("data-page-keys", "ArrowUp ArrowDown ArrowLeft ArrowRight");
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
        fetched.clear();
        deselectAll();
        var pages = KeysetPages.<WaitingRow, WaitingPlace>of(
                (after, skip, limit) -> documents.page(filter, after, skip, limit), WaitingRow::place, count);
        var view =
                setItems(query -> pages.fetch(new Query<>(query.getOffset(), query.getLimit(), List.of(), null, null))
                        .map(this::remembered));
        if (count > WaitingDocuments.COUNT_LIMIT) {
            view.setItemCountUnknown();
        } else {
            view.setItemCountCallback(query -> count);
        }
    }

    private WaitingLine remembered(WaitingRow row) {
        var line = new WaitingLine(row, false);
        fetched.remove(row.id());
        fetched.put(row.id(), line);
        if (fetched.size() > RENEWED) {
            fetched.remove(fetched.keySet().iterator().next());
        }
        return line;
    }

    /** Ticks all of these, whether they are loaded or not. */
    void tickAll(List<WaitingRow> rows) {
        if (getSelectionMode() == SelectionMode.MULTI) {
            var lines = new LinkedHashSet<WaitingLine>();
            rows.forEach(row -> lines.add(new WaitingLine(row, false)));
            asMultiSelect().setValue(lines);
        }
    }

    /** Ticks a document or takes its tick away. */
    void toggle(WaitingRow row) {
        if (getSelectionMode() == SelectionMode.MULTI) {
            var line = new WaitingLine(row, false);
            if (getSelectedItems().contains(line)) {
                deselect(line);
            } else {
                select(line);
            }
        }
    }

    /** Marks the line of the document that is open. */
    void mark(@Nullable SigningDocumentId document) {
        SigningDocumentId before = open;
        open = document;
        if (!Objects.equals(before, document)) {
            showAgain(before);
            showAgain(document);
        }
    }

    private void showAgain(@Nullable SigningDocumentId document) {
        Optional.ofNullable(document).map(fetched::get).ifPresent(getDataProvider()::refreshItem);
    }

    /**
     * Shows on the lines that their documents wait no more, and takes their ticks away. Every line stays where it is.
     *
     * @return how many lines are left behind
     */
    int renew() {
        Set<SigningDocumentId> waiting = documents.stillWaiting(fetched.keySet());
        List.copyOf(fetched.values()).stream()
                .filter(line -> !line.left() && !waiting.contains(line.row().id()))
                .forEach(line -> {
                    fetched.put(line.row().id(), line.gone());
                    deselect(line);
                    getDataProvider().refreshItem(line.gone());
                });
        return Math.toIntExact(
                fetched.values().stream().filter(WaitingLine::left).count());
    }
}
