package id.dukcapil.portal.sla.ui.standard;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.StandardSummary;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The shelf: one card per procedure. */
@Route("standar")
@PageTitle("Standar pelayanan")
@Menu(title = "Standar pelayanan", order = 93)
@RolesAllowed(Permission.Name.STANDARD_READ)
@StyleSheet("context://styles/standards.css")
class StandardsView extends Page {

    StandardsView(ServiceStandards standards) {
        super("Standar pelayanan");
        List<StandardSummary> shelf = standards.list();
        if (shelf.isEmpty()) {
            add(new EmptyState("Belum ada prosedur", "Tidak satu pun prosedur tertulis tersimpan pada portal ini."));
            return;
        }
        setSubtitle("%d prosedur tertulis: langkah, pelaksana, waktu dan dasar hukumnya seperti disahkan."
                .formatted(shelf.size()));
        add(cards(shelf));
    }

    private static UnorderedList cards(List<StandardSummary> shelf) {
        var cards = new UnorderedList(
                shelf.stream().map(StandardCard::new).map(ListItem::new).toArray(ListItem[]::new));
        cards.addClassName("sop-cards");
        return cards;
    }
}
