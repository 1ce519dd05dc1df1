package id.dukcapil.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.UrgencyList;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.ObjectProvider;

/** The desk: what waits for the person as one list by urgency, the figures of today, and drawings beside them. */
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
        StaffMember member = currentStaff.require();
        ZoneId zone = offices.find(member.office()).map(Office::timeZone).orElse(organisation.timeZone());
        ZonedDateTime now = clock.instant().atZone(zone);
        setHeading(greeting(now.getHour()) + ", " + new PersonName(member.fullName()).plain());
        setSubtitle(Formats.longDate(now.toLocalDate()) + " · " + Formats.zone(zone));

        var desk = new Desk();
        contributions.orderedStream().forEach(contribution -> contribution.fill(desk));
        add(laidOut(desk));
    }

    private static Div laidOut(Desk desk) {
        var waiting = new Div(desk.leads().toArray(Component[]::new));
        waiting.addClassName("stack");
        waiting.add(new UrgencyList("Menunggu saya", desk.work()));
        if (!desk.figures().isEmpty()) {
            waiting.add(Figure.row(desk.figures().toArray(Figure[]::new)));
        }
        if (!desk.answers().isEmpty()) {
            waiting.add(
                    new Sheet("Bila Bupati bertanya", Figure.row(desk.answers().toArray(Figure[]::new))));
        }
        var page = new Div(waiting);
        page.addClassName("desk");
        if (!desk.drawings().isEmpty()) {
            var beside = new Div(desk.drawings().toArray(Sheet[]::new));
            beside.addClassNames("stack", "beside");
            page.add(beside);
        }
        return page;
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
}
