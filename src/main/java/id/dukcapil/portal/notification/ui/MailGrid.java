package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.grid.Grid;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.notification.MailFilter;
import id.dukcapil.portal.notification.MailLists;
import id.dukcapil.portal.notification.MailRow;
import java.time.ZoneId;
import java.util.List;

/** The mails that match a filter, newest first, fetched page by page as the list is scrolled. */
class MailGrid extends Grid<MailRow> {

    private static final long serialVersionUID = 1L;

    private final transient MailLists lists;

    MailGrid(MailLists lists, ZoneId zone) {
        this.lists = lists;
        setSizeFull();
        addColumn(row -> Formats.shortDateTime(row.createdAt(), zone))
                .setHeader("Diminta")
                .setWidth("9.5rem")
                .setFlexGrow(0);
        addColumn(MailRow::kind).setHeader("Jenis surat").setWidth("11rem").setFlexGrow(2);
        addColumn(MailRow::reference).setHeader("Nomor").setFlexGrow(1);
        addColumn(MailRow::to).setHeader("Kepada").setFlexGrow(1);
        addColumn(MailRow::attempts).setHeader("Coba").setWidth("4.5rem").setFlexGrow(0);
        addColumn(StatusBadge.<MailRow>renderer(row -> row.status().label(), row -> MailTones.of(row.status())))
                .setHeader("Keadaan")
                .setWidth("8rem")
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                this,
                GridCard.<MailRow>of(
                                MailRow::kind,
                                row -> List.of(
                                        row.reference() + " · " + row.to(),
                                        Formats.shortDateTime(row.createdAt(), zone)))
                        .withBadge(row -> row.status().label(), row -> MailTones.of(row.status())));
    }

    void show(MailFilter filter, int count) {
        setItems(
                KeysetPages.of((after, skip, limit) -> lists.page(filter, after, skip, limit), MailRow::cursor, count));
    }
}
