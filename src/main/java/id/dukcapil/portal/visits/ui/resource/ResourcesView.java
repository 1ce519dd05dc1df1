package id.dukcapil.portal.visits.ui.resource;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.Leave;
import id.dukcapil.portal.visits.resource.RecordingSet;
import id.dukcapil.portal.visits.resource.RecordingSet.Item;
import id.dukcapil.portal.visits.resource.Resources;
import id.dukcapil.portal.visits.resource.Vehicle;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Sumber daya kunjungan: crews with their people and leave, sets with their items and condition, vehicles. */
@Route("sumber-daya-kunjungan")
@PageTitle("Sumber daya kunjungan")
@Menu(title = "Sumber daya kunjungan", order = 31.5)
@RolesAllowed(Permission.Name.VISIT_READ)
@StyleSheet("context://styles/visits.css")
class ResourcesView extends Page implements AfterNavigationObserver {

    /** Leave is shown so many months ahead. */
    private static final int AHEAD = 6;

    private final transient Resources resources;
    private final boolean plans;
    private final transient LocalDate today;
    private final Div place = new Div();

    ResourcesView(Resources resources, CurrentStaff staff, Organisation organisation, Clock clock) {
        super("Sumber daya kunjungan");
        this.resources = resources;
        plans = staff.may(Permission.VISIT_PLAN);
        today = organisation.today(clock);
        setSubtitle("Tim dan ketidakhadirannya, set perekaman dan keadaan alatnya, kendaraan.");
        place.addClassName("resources");
        add(place);
        if (plans) {
            setActions(
                    add("Tim baru …", List.of("Kode", "Nama tim"), resources::addCrew),
                    add("Set baru …", List.of("Kode", "Nama set"), resources::addSet),
                    add("Kendaraan baru …", List.of("Kode", "Nama kendaraan", "Nomor polisi"), resources::addVehicle));
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void refresh() {
        place.removeAll();
        resources.crews(today, today.plusMonths(AHEAD)).forEach(crew -> place.add(crew(crew)));
        resources.sets().forEach(set -> place.add(set(set)));
        var cars = new UnorderedList();
        resources.vehicles().stream().map(ResourcesView::words).forEach(text -> cars.add(new ListItem(text)));
        place.add(card("Kendaraan", cars));
    }

    private static String words(Vehicle car) {
        return "%s · %s".formatted(car.name(), car.plate());
    }

    private Button add(String label, List<String> fields, ResourceDialog.Act act) {
        return new Button(
                label, click -> new ResourceDialog(label.replace(" …", ""), fields, act, this::refresh).open());
    }

    private Button small(String label, String about, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.getElement().setAttribute("aria-label", "%s %s".formatted(label, about));
        button.setVisible(plans);
        return button;
    }

    private static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.add(parts);
        return card;
    }

    private Component crew(Crew crew) {
        var people = new UnorderedList();
        for (CrewMember one : crew.members()) {
            var line = new ListItem(new Span("%s · %s".formatted(one.fullName(), one.duty())));
            crew.leaves().stream()
                    .filter(leave -> leave.personId() == one.id())
                    .forEach(leave -> line.add(new StatusBadge(words(leave), Tone.WARN)));
            line.add(small(
                    "Tidak hadir …",
                    one.fullName(),
                    () -> new LeaveDialog(resources, one, today, this::refresh).open()));
            people.add(line);
        }
        return card(
                crew.name(),
                people,
                small(
                        "Petugas baru …",
                        "di " + crew.name(),
                        () -> new ResourceDialog(
                                        "Petugas baru di " + crew.name(),
                                        List.of("Nama", "Tugas"),
                                        values -> resources.addPerson(crew.code(), values),
                                        this::refresh)
                                .open()));
    }

    private static String words(Leave leave) {
        return "%s–%s: %s"
                .formatted(Formats.shortDate(leave.firstDay()), Formats.shortDate(leave.lastDay()), leave.why());
    }

    private Component set(RecordingSet set) {
        var items = new UnorderedList();
        for (Item item : set.items()) {
            String broken = item.brokenBecause();
            var line = new ListItem(new Span("%s · %s".formatted(item.kind(), item.serial())));
            if (broken == null) {
                line.add(small(
                        "Rusak …",
                        item.serial(),
                        () -> new ResourceDialog(
                                        "%s rusak".formatted(item.kind()),
                                        List.of("Kerusakan"),
                                        values -> resources.condition(item.id(), values.getFirst()),
                                        this::refresh)
                                .open()));
            } else {
                line.add(new StatusBadge(broken, Tone.LATE), small("Baik lagi", item.serial(), () -> {
                    resources.condition(item.id(), null);
                    Notify.done("%s %s baik lagi.".formatted(item.kind(), item.serial()));
                    refresh();
                }));
            }
            items.add(line);
        }
        var title = set.trouble().isEmpty() ? "siap" : "tidak dapat dipakai";
        return card(
                "%s · %s".formatted(set.name(), title),
                items,
                small(
                        "Alat baru …",
                        "di " + set.name(),
                        () -> new ResourceDialog(
                                        "Alat baru di " + set.name(),
                                        List.of("Jenis", "Nomor seri"),
                                        values -> resources.addItem(set.code(), values),
                                        this::refresh)
                                .open()));
    }
}
