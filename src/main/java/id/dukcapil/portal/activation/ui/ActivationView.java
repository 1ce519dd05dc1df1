package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import id.dukcapil.portal.activation.campaign.Campaign;
import id.dukcapil.portal.activation.campaign.Campaigns;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationLists;
import id.dukcapil.portal.activation.report.DailyReports;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.Tickets;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Aktivasi IKD: the people of the counter as strips of steps. One field takes every scan and every NIK; Enter in the empty
 * field is always the next step of the person who is chosen.
 */
@Route(ActivationNavigation.COUNTER)
@PageTitle("Aktivasi IKD")
@Menu(title = "Aktivasi IKD", order = 24)
@RolesAllowed(Permission.Name.ACTIVATION_SERVE)
@StyleSheet("context://styles/activation.css")
class ActivationView extends AddressedPage implements CounterPage {

    /** Running times are told anew at least so often. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final transient ActivationLists lists;
    private final transient DailyReports reports;
    private final transient Campaigns campaigns;
    private final transient Tickets tickets;
    private final transient CurrentStaff staff;
    private final transient Pulse pulse;
    private final transient Clock clock;
    private final transient Office office;
    private final transient CounterScans scans;
    private final transient CounterDesk desk;

    private final ComboBox<Campaign> place = Indonesian.comboBox("");
    private final PeopleBoard board;
    private final DayFigures figures = new DayFigures();
    private transient @Nullable Registration watch;
    private transient List<ActivationDetails> people = List.of();
    private transient Instant shownAt = Instant.EPOCH;
    private long stamp;

    ActivationView(
            ActivationLists lists,
            DailyReports reports,
            Campaigns campaigns,
            CounterServices services,
            CurrentStaff staff,
            Tickets tickets,
            Offices offices,
            Pulse pulse,
            Clock clock) {
        super("Aktivasi IKD", ActivationNavigation.COUNTER);
        this.lists = lists;
        this.reports = reports;
        this.campaigns = campaigns;
        this.tickets = tickets;
        this.staff = staff;
        this.pulse = pulse;
        this.clock = clock;
        office = offices.find(staff.require().office()).orElseThrow();
        scans = new CounterScans(services, office, this);
        desk = new CounterDesk(services, office, this, scans);
        board = new PeopleBoard(desk, clock, office.timeZone());
        var content = new Div(board, figures);
        content.addClassName("activation-content");
        add(scans.row(), content, keys());
        place.setAriaLabel("Tempat pelayanan");
        place.setPlaceholder("Loket " + office.name());
        place.setClearButtonVisible(true);
        place.setItemLabelGenerator(campaign -> "Jemput bola " + campaign.place());
        setActions(
                place,
                new Button(
                        "Jemput bola …",
                        click -> new CampaignsDialog(campaigns, office, today(), this::refresh).open()),
                new Button("Aktivasi ulang …", click -> desk.again()),
                new Button("Tutup hari …", click -> CloseDayDialog.ask(reports, office, today(), this::refresh)));
    }

    /** The person of the number at the counter stands in the field; Enter begins. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        super.afterNavigation(event);
        url().text(ActivationNavigation.TICKET)
                .flatMap(TicketId::parse)
                .flatMap(id -> staff.may(Permission.COUNTER_SERVE) ? tickets.find(id) : Optional.empty())
                .map(Ticket::nik)
                .ifPresent(scans::offer);
    }

    private KeyHelp keys() {
        var keys = new KeyHelp();
        keys.with("Enter", "Langkah berikutnya orang yang dipilih (kolom pindai kosong)", desk::next);
        keys.with("ArrowDown", "Pilih orang di bawah", () -> move(1));
        keys.with("ArrowUp", "Pilih orang di atas", () -> move(-1));
        keys.with("t", "Wajah tidak cocok", desk::mismatch);
        keys.with("u", "Kirim ulang kode", desk::resend);
        keys.with("s", "Ganti surel", desk::changeEmail);
        keys.with("a", "Ambil alih QR kantor lain", scans::takeOver);
        keys.with("g", "Keluar sebelum aktif, dengan alasan", desk::dropOut);
        keys.with("l", "Aktivasi ulang atau penduduk luar", desk::again);
        return keys;
    }

    @Override
    public @Nullable UUID campaign() {
        return place.getValue() == null ? null : place.getValue().id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        watch = pulse.watch(attachEvent.getUI(), this::look);
    }

    @Override
    protected void onDetach(DetachEvent detachEvent) {
        if (watch != null) {
            watch.remove();
        }
        super.onDetach(detachEvent);
    }

    private void look() {
        boolean stale = Duration.between(shownAt, clock.instant()).compareTo(FRESH) > 0;
        if (stale || stamp != lists.stamp(office.code())) {
            refresh();
        }
    }

    @Override
    public void refresh() {
        LocalDate today = today();
        shownAt = clock.instant();
        stamp = lists.stamp(office.code());
        setSubtitle(
                "%s · %s · SOP 28 Tahun 2023, enam langkah, 30 menit · tanpa sambungan SIAK terpusat kode diterbitkan portal ini"
                        .formatted(office.name(), Formats.longDate(today)));
        List<Campaign> events = campaigns.on(office.code(), today);
        Campaign before = place.getValue();
        place.setItems(events);
        place.setVisible(!events.isEmpty());
        place.setValue(before != null && events.contains(before) ? before : null);
        people = lists.ofDay(office.code(), today);
        board.show(people, chosen());
        figures.show(reports.counted(office.code(), today), ActivationNavigation.report(office.code(), today));
    }

    /** The one of the address while it is under way, else the first that waits for the officer. */
    @Override
    public Optional<ActivationDetails> chosen() {
        List<ActivationDetails> running = running();
        return url().text(ActivationNavigation.NUMBER)
                .flatMap(number -> running.stream()
                        .filter(person -> person.number().equals(number))
                        .findFirst())
                .or(() -> running.stream()
                        .filter(person -> desk.next(person).label() != null)
                        .findFirst())
                .or(() -> running.stream().findFirst());
    }

    private List<ActivationDetails> running() {
        return people.stream().filter(person -> person.status().isRunning()).toList();
    }

    @Override
    public void choose(String number) {
        go(url().with(ActivationNavigation.NUMBER, number));
        refresh();
    }

    private void move(int by) {
        List<ActivationDetails> running = running();
        chosen().map(running::indexOf)
                .map(index -> Math.clamp(index + by, 0, running.size() - 1))
                .ifPresent(index -> choose(running.get(index).number()));
    }
}
