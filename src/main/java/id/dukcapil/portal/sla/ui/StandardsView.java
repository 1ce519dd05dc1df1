package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.StandardSummary;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The shelf: one card per procedure. */
@Route("standar")
@PageTitle("Standar pelayanan")
@Menu(title = "Standar pelayanan", order = 90)
@RolesAllowed(Permission.Name.STANDARD_READ)
@StyleSheet("context://styles/standards.css")
class StandardsView extends Div {

    StandardsView(ServiceStandards standards) {
        addClassName("sop-page");
        List<StandardSummary> shelf = standards.list();
        add(new H1("Standar pelayanan"), lead(shelf.size()), cards(shelf));
    }

    private static Paragraph lead(int count) {
        var lead = new Paragraph("%d prosedur tertulis: langkah, pelaksana, waktu dan dasar hukumnya seperti disahkan."
                .formatted(count));
        lead.addClassName("sop-lead");
        return lead;
    }

    private static UnorderedList cards(List<StandardSummary> shelf) {
        var cards = new UnorderedList(
                shelf.stream().map(StandardCard::new).map(ListItem::new).toArray(ListItem[]::new));
        cards.addClassName("sop-cards");
        return cards;
    }
}
