package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.signing.BatchFilter;
import id.dukcapil.portal.signing.BatchLists;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Optional;

/** Riwayat penandatanganan: every batch that was signed or is being signed, and how it went. */
@Route(HistoryView.ROUTE)
@PageTitle("Riwayat penandatanganan")
@RolesAllowed(Permission.Name.SIGNING_READ)
@StyleSheet("context://styles/signing-history.css")
class HistoryView extends AddressedPage {

    static final String ROUTE = "ruang-tanda-tangan/riwayat";

    private static final long serialVersionUID = 1L;

    private final transient BatchLists lists;
    private final HistoryFilters filters;
    private final HistoryGrid grid;
    private final EmptyState empty = new EmptyState(
            "Tidak ada sesi yang cocok",
            "Setiap sesi penandatanganan muncul di sini begitu dimulai. Ubah saringan di atas untuk melihat yang lain.");

    HistoryView(BatchLists lists, Organisation organisation) {
        super("Riwayat penandatanganan", ROUTE);
        this.lists = lists;
        ZoneId zone = organisation.timeZone();
        filters = new HistoryFilters(lists.signers(), zone, this::go);
        grid = new HistoryGrid(lists, zone);
        grid.addItemClickListener(click -> Optional.ofNullable(click.getItem())
                .ifPresent(line -> UI.getCurrent().navigate(ROUTE + "/" + line.id())));
        var content = new Div(grid, empty);
        content.addClassName("signing-history");
        add(filters, content);
        fillHeight(content);
    }

    @Override
    protected void refresh() {
        filters.show(url());
        BatchFilter filter = filters.filter();
        int count = lists.count(filter);
        filters.setCount(Math.min(count, BatchLists.COUNT_LIMIT), count > BatchLists.COUNT_LIMIT);
        grid.show(filter, count);
        grid.setVisible(count > 0);
        empty.setVisible(count == 0);
    }
}
