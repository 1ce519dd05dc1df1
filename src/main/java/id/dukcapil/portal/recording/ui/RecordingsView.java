package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.counter.ArrivalScan;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.Tickets;
import id.dukcapil.portal.recording.process.OpeningDecision;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingLists;
import id.dukcapil.portal.recording.process.RecordingLists.Group;
import id.dukcapil.portal.recording.process.RecordingLists.RecordingFilter;
import id.dukcapil.portal.recording.process.RecordingLists.RecordingRow;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.recording.process.Recordings;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Perekaman KTP-el: the people of the day. One field takes the number of a file, which the recording operator receives by it,
 * and the NIK of a person who hands a file over.
 */
@Route(RecordingNavigation.LIST)
@PageTitle("Perekaman KTP-el")
@Menu(title = "Perekaman KTP-el", order = 22)
@RolesAllowed(Permission.Name.RECORDING_READ)
class RecordingsView extends RegisterPage<RecordingRow> implements BeforeEnterObserver {

    private final transient Recordings recordings;
    private final transient Tickets tickets;
    private final transient List<ArrivalScan> otherCodes;
    private final transient CurrentStaff staff;
    private final transient ZoneId zone;
    private final ScanField scan = new ScanField("Pindai berkas, atau ketik NIK", this::scanned);
    private final TextField number = filters.text("Cari", "Nomor berkas", ListFilters.SEARCH);
    private final Select<Group> group =
            filters.select("Keadaan", "Semua keadaan", "keadaan", Group.values(), Group::label);
    private final ComboBox<Office> office;
    private final ListFilters.Period period;
    private transient @Nullable TicketId asked;
    private transient @Nullable BeforeEnterEvent entering;

    RecordingsView(
            Recordings recordings,
            RecordingLists lists,
            Tickets tickets,
            List<ArrivalScan> otherCodes,
            CurrentStaff staff,
            Clock clock) {
        super("Perekaman KTP-el", RecordingNavigation.LIST);
        this.recordings = recordings;
        this.tickets = tickets;
        this.otherCodes = otherCodes;
        this.staff = staff;
        List<Office> offices = staff.officesInScope();
        zone = offices.getFirst().timeZone();
        office = filters.office(offices);
        period = filters.period(() -> LocalDate.ofInstant(clock.instant(), zone));
        setSubtitle("SOP 800/039/DKPS-PS/2019 · empat langkah, 20–30 menit · datang sendiri, tidak diwakili");
        addColumns();
        list(this::filter, lists::count, RecordingLists.COUNT_LIMIT, lists::page, RecordingRow::cursor);
        onRow(row -> open(row.number()));
        whenEmpty(
                "Belum ada perekaman yang cocok",
                "Ketik NIK penduduk yang menyerahkan berkas di kolom di atas, atau ubah saringan.");
        scan.setVisible(staff.may(Permission.RECORDING_REGISTER) || staff.may(Permission.RECORDING_RECORD));
        lay(scan.withAnswer());
    }

    private void addColumns() {
        grid.column("Datang", "10rem", row -> Formats.shortDateTime(row.createdAt(), zone));
        grid.column("Nomor", "13rem", RecordingRow::number);
        grid.column("Nama", 2, RecordingsView::name);
        grid.badge("Keadaan", "18rem", row -> row.phase().label(), row -> tone(row.phase()));
        grid.column("Sejak", "10rem", row -> Formats.shortDateTime(row.phaseSince(), zone));
        grid.column("Gagal", "5rem", row -> row.attempts() == 0 ? "" : row.attempts() + " kali");
        grid.cards(RecordingsView::name, row -> List.of(row.number(), Formats.shortDateTime(row.createdAt(), zone)));
    }

    private static String name(RecordingRow row) {
        return row.name().isEmpty() ? "(identitas dihapus)" : row.name();
    }

    static Tone tone(RecordingPhase phase) {
        return switch (phase) {
            case ARRIVED, CHECKING, BIOMETRIC_CHECK, FORWARDED, RECORDING, RECORDED -> Tone.INFO;
            case UNSUCCESSFUL, NOT_RECORDED -> Tone.WARN;
            case FINISHED -> Tone.OK;
            case RETURNED, ALREADY_RECORDED, LEFT -> Tone.NEUTRAL;
        };
    }

    private RecordingFilter filter() {
        return new RecordingFilter(
                group.getValue(),
                ListFilters.chosen(office, Office::code),
                number.getValue(),
                period.start(zone),
                period.end(zone));
    }

    /** While the page is being entered, a browser follows a forward, but no second navigation. */
    private void open(String number) {
        if (entering == null) {
            UI.getCurrent().navigate(RecordingNavigation.recording(number));
        } else {
            entering.forwardTo(
                    RecordingView.class,
                    new RouteParameters(RecordingNavigation.NUMBER, number),
                    QueryParameters.empty());
        }
    }

    /** Coming from a called ticket: to its recording, or to a new one of its person. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        entering = event;
        UrlState.of(event.getLocation())
                .text(RecordingNavigation.TICKET)
                .flatMap(TicketId::parse)
                .ifPresent(this::startFrom);
        entering = null;
    }

    private void startFrom(TicketId id) {
        Optional<RecordingDetails> recording = recordings.findByTicket(id);
        if (recording.isPresent()) {
            open(recording.get().number());
            return;
        }
        tickets.find(id).ifPresent(ticket -> {
            Nik nik = ticket.nik();
            if (nik == null) {
                asked = id;
                scan.answer().say("Nomor %s belum punya nama: ketik NIK-nya.".formatted(ticket.label()), Tone.INFO);
            } else {
                begin(nik, "");
            }
        });
    }

    private void scanned(String text) {
        Optional<RecordingDetails> file = recordings.find(bare(text));
        if (file.isPresent()) {
            received(file.get());
            return;
        }
        Parsed<Nik> nik = Nik.parse(text);
        if (nik.value().isPresent()) {
            identify(nik.value().get());
            begin(nik.value().get(), "");
        } else {
            scan.answer()
                    .say(
                            otherCodes.stream()
                                    .flatMap(code -> code.explain(text).stream())
                                    .findFirst()
                                    .orElse("Tidak dikenal: bukan nomor berkas kantor ini dan bukan NIK yang sah."),
                            Tone.WARN);
        }
    }

    /** The NIK that is typed next belongs to the ticket from which the page was opened. */
    private void identify(Nik nik) {
        TicketId ticket = asked;
        asked = null;
        if (ticket != null) {
            try {
                tickets.identify(ticket, nik);
            } catch (TicketRefused another) {
                Notify.warning(String.valueOf(another.getMessage()));
            }
        }
    }

    /** Number, or the address of the page that a QR code on the file holds. */
    private static String bare(String text) {
        return text.replaceFirst(".*/", "").strip();
    }

    /** A scan by the recording operator is the hand-over. */
    private void received(RecordingDetails file) {
        if (file.phase() == RecordingPhase.FORWARDED && staff.may(Permission.RECORDING_RECORD)) {
            try {
                recordings.takeOver(file.number(), file.version());
            } catch (IllegalMove | ChangedMeanwhile refused) {
                scan.answer().say(String.valueOf(refused.getMessage()), Tone.WARN);
                return;
            }
        }
        open(file.number());
    }

    private void begin(Nik nik, String marriagePaper) {
        if (!staff.may(Permission.RECORDING_REGISTER)) {
            scan.answer().say("Berkas diterima operator registrasi lebih dahulu; pindai nomor berkasnya.", Tone.WARN);
            return;
        }
        switch (recordings.open(nik, marriagePaper)) {
            case OpeningDecision.Opened opened -> open(opened.recording().number());
            case OpeningDecision.AlreadyOpen there -> alreadyOpen(there.recording());
            case OpeningDecision.Refused refused -> {
                scan.answer().say(refused.sentence(), Tone.WARN);
                if (refused.marriageHelps()) {
                    scan.answer().offer("Ada buku nikah", () -> begin(nik, "Buku nikah diperlihatkan"));
                }
            }
        }
    }

    private void alreadyOpen(RecordingDetails there) {
        if (staff.require().mayActFor(there.office())) {
            open(there.number());
        } else {
            scan.answer()
                    .say(
                            "Penduduk ini sedang dilayani di kantor %s dengan nomor %s."
                                    .formatted(there.office(), there.number()),
                            Tone.WARN);
        }
    }
}
