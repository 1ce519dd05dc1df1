package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.signing.BatchCounts;
import id.dukcapil.portal.signing.BatchFilter;
import id.dukcapil.portal.signing.BatchLine;
import id.dukcapil.portal.signing.BatchLists;
import id.dukcapil.portal.signing.ItemState;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The batches that match a filter, the newest first, fetched page by page as the list is scrolled. */
class HistoryGrid extends Grid<BatchLine> {

    private static final long serialVersionUID = 1L;

    private final transient BatchLists lists;

    HistoryGrid(BatchLists lists, ZoneId zone) {
        this.lists = lists;
        setSizeFull();
        addColumn(line -> Formats.shortDateTime(line.batch().startedAt(), zone))
                .setHeader("Mulai")
                .setWidth("9.5rem")
                .setFlexGrow(0);
        addColumn(line -> line.batch().signer().fullName())
                .setHeader("Penanda tangan")
                .setWidth("15rem")
                .setFlexGrow(2);
        addColumn(line -> line.batch().provider())
                .setHeader("Penyedia TTE")
                .setWidth("11rem")
                .setFlexGrow(1);
        addNumber("Dokumen", line -> line.counts().total());
        for (ItemState state : List.of(ItemState.SIGNED, ItemState.FAILED, ItemState.UNKNOWN, ItemState.NOT_DONE)) {
            addNumber(state.label(), line -> line.counts().of(state));
        }
        addColumn(StatusBadge.<BatchLine>renderer(
                        line -> HistoryTones.label(line.batch()), line -> HistoryTones.of(line.batch())))
                .setHeader("Akhir sesi")
                .setWidth("12rem")
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                this,
                GridCard.<BatchLine>of(
                                line -> Formats.shortDateTime(line.batch().startedAt(), zone),
                                line -> List.of(line.batch().signer().fullName(), summary(line.counts())))
                        .withBadge(line -> HistoryTones.label(line.batch()), line -> HistoryTones.of(line.batch())));
    }

    private void addNumber(String header, ToIntFunction<BatchLine> number) {
        addColumn(line -> Formats.number(number.applyAsInt(line)))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** "3 ditandatangani, 1 gagal" */
    static String summary(BatchCounts counts) {
        return Arrays.stream(ItemState.values())
                .filter(state -> counts.of(state) > 0)
                .map(state -> "%s %s"
                        .formatted(
                                Formats.number(counts.of(state)), state.label().toLowerCase(Formats.INDONESIAN)))
                .collect(Collectors.joining(", "));
    }

    void show(BatchFilter filter, int count) {
        setItems(KeysetPages.of((after, skip, limit) -> lists.page(filter, after, skip, limit), BatchLine::id, count));
    }
}
