package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.grid.Grid;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.delivery.ReleaseLists;
import id.dukcapil.portal.delivery.ReleaseLists.ReleaseFilter;
import id.dukcapil.portal.delivery.ReleaseLists.ReleaseRow;
import java.time.ZoneId;
import java.util.List;

/** The releases that match a filter, newest first, fetched page by page as the list is scrolled. */
class ReleaseGrid extends Grid<ReleaseRow> {

    private static final long serialVersionUID = 1L;

    private final transient ReleaseLists lists;

    ReleaseGrid(ReleaseLists lists, ZoneId zone) {
        this.lists = lists;
        setSizeFull();
        addColumn(row -> Formats.shortDateTime(row.createdAt(), zone))
                .setHeader("Diterbitkan")
                .setWidth("9.5rem")
                .setFlexGrow(0);
        addColumn(ReleaseRow::reference).setHeader("Nomor").setWidth("13.5rem").setFlexGrow(0);
        addColumn(ReleaseRow::title).setHeader("Dokumen").setFlexGrow(1);
        addColumn(ReleaseGrid::owner).setHeader("Pemilik").setFlexGrow(2);
        addColumn(row -> Formats.shortDateTime(row.expiresAt(), zone))
                .setHeader("Berlaku sampai")
                .setWidth("9.5rem")
                .setFlexGrow(0);
        addColumn(StatusBadge.<ReleaseRow>renderer(row -> row.status().label(), row -> ReleaseTones.of(row.status())))
                .setHeader("Status")
                .setWidth("10rem")
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                this,
                GridCard.<ReleaseRow>of(
                                ReleaseGrid::owner,
                                row -> List.of(
                                        row.title() + " · " + row.reference(),
                                        Formats.shortDateTime(row.createdAt(), zone)))
                        .withBadge(row -> row.status().label(), row -> ReleaseTones.of(row.status())));
    }

    private static String owner(ReleaseRow row) {
        return row.recipient().isEmpty() ? "(identitas dihapus)" : row.recipient();
    }

    void show(ReleaseFilter filter, int count) {
        setItems(KeysetPages.of(
                (after, skip, limit) -> lists.page(filter, after, skip, limit), ReleaseRow::cursor, count));
    }
}
