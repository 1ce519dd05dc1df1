package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.grid.Grid;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.signing.SignedFilter;
import id.dukcapil.portal.signing.SignedLists;
import id.dukcapil.portal.signing.SignedRow;
import java.time.ZoneId;
import java.util.List;

/** The signed documents that match a filter, the last signed first, fetched page by page as the list is scrolled. */
class RegisterGrid extends Grid<SignedRow> {

    private static final long serialVersionUID = 1L;

    private final transient SignedLists lists;

    RegisterGrid(SignedLists lists, ZoneId zone) {
        this.lists = lists;
        setSizeFull();
        addColumn(row -> Formats.shortDateTime(row.signedAt(), zone))
                .setHeader("Ditandatangani")
                .setWidth("9.5rem")
                .setFlexGrow(0);
        addColumn(SignedRow::reference).setHeader("Nomor").setWidth("12rem").setFlexGrow(0);
        addColumn(SignedRow::title).setHeader("Dokumen").setFlexGrow(1);
        addColumn(SignedRow::concerns).setHeader("Atas nama").setFlexGrow(1);
        addColumn(SignedRow::signer).setHeader("Penanda tangan").setFlexGrow(2);
        addColumn(StatusBadge.<SignedRow>renderer(row -> row.status().label(), row -> RegisterTones.of(row.status())))
                .setHeader("Status")
                .setWidth("9rem")
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                this,
                GridCard.<SignedRow>of(
                                row -> row.title() + " · " + row.concerns(),
                                row -> List.of(
                                        row.reference(),
                                        Formats.shortDateTime(row.signedAt(), zone) + ", " + row.signer()))
                        .withBadge(row -> row.status().label(), row -> RegisterTones.of(row.status())));
    }

    void show(SignedFilter filter, int count) {
        setItems(KeysetPages.of(
                (after, skip, limit) -> lists.page(filter, after, skip, limit), SignedRow::cursor, count));
    }
}
