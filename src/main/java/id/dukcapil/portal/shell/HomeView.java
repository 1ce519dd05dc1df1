package id.dukcapil.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuEntry;
import id.dukcapil.portal.common.ui.DeskCard;
import id.dukcapil.portal.common.ui.DeskContribution;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The desk: what waits, what is late, what happened today, and the shortest way to one's own rooms. */
@Route("")
@PageTitle("Beranda")
@Menu(title = "Beranda", order = 0)
@PermitAll
class HomeView extends Page {

    HomeView(
            CurrentStaff currentStaff,
            Offices offices,
            Organisation organisation,
            Clock clock,
            ObjectProvider<DeskContribution> contributions) {
        super("Beranda");
        addClassName("home");
        StaffMember member = currentStaff.require();
        ZoneId zone = offices.find(member.office()).map(Office::timeZone).orElse(organisation.timeZone());
        ZonedDateTime now = clock.instant().atZone(zone);
        setHeading(greeting(now.getHour()) + ", " + new PersonName(member.fullName()).plain());
        setSubtitle(Formats.longDate(now.toLocalDate()) + " · " + Formats.zone(zone));

        List<DeskCard> cards = contributions.stream()
                .flatMap(contribution -> contribution.cards().stream())
                .sorted(Comparator.comparingInt(DeskCard::order))
                .toList();
        add(cards.isEmpty() ? nothingWaits() : desk(cards));
        addQuickAccess();
    }

    static String greeting(int hour) {
        if (hour < 11) {
            return "Selamat pagi";
        }
        if (hour < 15) {
            return "Selamat siang";
        }
        return hour < 18 ? "Selamat sore" : "Selamat malam";
    }

    private static Div desk(List<DeskCard> cards) {
        return Figure.row(cards.stream()
                .map(card -> new Figure(card.title(), card.figure(), card.explanation(), card.tone(), card.link()))
                .toArray(Figure[]::new));
    }

    private static Div nothingWaits() {
        var sheet = new Div(new EmptyState(
                "Tidak ada yang menunggu Anda",
                "Pekerjaan yang perlu Anda tangani akan muncul di sini dengan sendirinya."));
        sheet.addClassName("card");
        return sheet;
    }

    private void addQuickAccess() {
        var groups = new Div();
        groups.addClassName("quick-access");
        MenuGroup.permittedViews().forEach((group, views) -> {
            String heading = group.heading();
            if (heading != null) {
                groups.add(quickAccess(heading, views));
            }
        });
        if (groups.getComponentCount() > 0) {
            add(new H2("Akses cepat"), groups);
        }
    }

    private static Div quickAccess(String heading, List<MenuEntry> views) {
        var list = new UnorderedList();
        list.addClassName("link-list");
        views.forEach(view -> list.add(new ListItem(new Anchor(view.path().replaceFirst("^/", ""), view.title()))));
        var title = new Div(heading);
        title.addClassNames("label", "card-head");
        var sheet = new Div(title, list);
        sheet.addClassName("card");
        return sheet;
    }
}
