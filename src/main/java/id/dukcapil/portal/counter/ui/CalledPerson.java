package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.counter.ServicePage;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.queue.CounterWork;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** Who has the number at the counter, or a field that asks for it, and the way to the page of the service. */
@SpringComponent
@Scope("prototype")
class CalledPerson extends Div {

    private final transient CounterWork work;
    private final transient Population population;
    private final transient List<ServicePage> pages;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private transient @Nullable DeskActs acts;
    private transient @Nullable Ticket shown;
    private transient @Nullable String address;

    CalledPerson(CounterWork work, Population population, List<ServicePage> pages, CurrentStaff staff, Clock clock) {
        this.work = work;
        this.population = population;
        this.pages = pages;
        this.staff = staff;
        this.clock = clock;
        addClassName("big");
    }

    void nameWith(DeskActs acts) {
        this.acts = acts;
    }

    /** The same person stays as shown, so that what is being typed is not lost. */
    void show(Ticket ticket, Office office) {
        if (shown != null && samePerson(shown, ticket)) {
            return;
        }
        shown = ticket;
        address = null;
        Optional<Person> person = Optional.ofNullable(ticket.nik()).flatMap(population::find);
        var value = new Span(ticket.label());
        value.addClassName("number");
        removeAll();
        add(value, who(ticket, person, LocalDate.ofInstant(clock.instant(), office.timeZone())));
    }

    private static boolean samePerson(Ticket before, Ticket now) {
        return before.id().equals(now.id())
                && Objects.equals(before.nik(), now.nik())
                && before.service().equals(now.service())
                && before.priority() == now.priority();
    }

    void openPage() {
        if (address != null) {
            var location = new Location(address);
            UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        }
    }

    private Component who(Ticket ticket, Optional<Person> person, LocalDate today) {
        var who = new Div();
        who.addClassName("who");
        if (ticket.nik() == null) {
            var scan = new ScanField("Pindai KK atau ketik NIK", text -> identify(ticket, text));
            scan.getElement().setAttribute("data-page-keys", "Enter p u t a x z b n");
            who.add(new H2("Belum dikenal"), DeskNumber.muted("Nomor dari mesin, tanpa booking."), scan);
        } else {
            who.add(
                    new H2(person.map(Person::fullName).orElse("Bukan penduduk di data ini")),
                    DeskNumber.muted("NIK " + ticket.nik().masked()
                            + person.map(known -> " · %s, %d tahun"
                                            .formatted(known.female() ? "Perempuan" : "Laki-laki", known.ageOn(today)))
                                    .orElse("")));
        }
        var chips = new Div(new StatusBadge(serviceName(ticket), Tone.NEUTRAL));
        chips.addClassName("chips");
        if (ticket.bookingCode() != null) {
            chips.add(new StatusBadge("Booking " + ticket.bookingCode(), Tone.NEUTRAL));
        }
        if (ticket.priority() != null) {
            chips.add(new StatusBadge("Didahulukan: " + ticket.priority().word(), Tone.INFO));
        }
        who.add(chips);
        page(ticket).ifPresent(who::add);
        return who;
    }

    private String serviceName(Ticket ticket) {
        return work.services().stream()
                .filter(service -> service.code().equals(ticket.service()))
                .map(service -> service.label())
                .findFirst()
                .orElse(ticket.service().value());
    }

    private Optional<Component> page(Ticket ticket) {
        return pages.stream()
                .filter(page -> page.serves(ticket.service()) && staff.may(page.permission()))
                .findFirst()
                .flatMap(page -> page.address(ticket).map(found -> {
                    address = found;
                    var link = new Anchor(found, page.label());
                    link.addClassName("button");
                    link.getElement().appendChild(DeskNumber.keyCap("B").getElement());
                    return link;
                }));
    }

    private void identify(Ticket ticket, String text) {
        Nik.parse(text)
                .value()
                .ifPresentOrElse(
                        nik -> run(() -> work.identify(ticket.id(), nik)),
                        () -> run(() -> {
                            throw new TicketRefused("Ini bukan NIK: harus 16 angka.");
                        }));
    }

    private void run(Runnable act) {
        if (acts == null) {
            throw new IllegalStateException("Nobody serves yet");
        }
        acts.run(act);
    }
}
