package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.recording.process.Receipts;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingFiles;
import id.dukcapil.portal.recording.process.RecordingFiles.RecordingFile;
import id.dukcapil.portal.recording.process.RecordingFiles.Resident;
import id.dukcapil.portal.recording.process.RecordingTimes;
import id.dukcapil.portal.recording.process.Recordings;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;

/**
 * The recording of one person: the four steps of the procedure with their times, and the present one as buttons in its words.
 * For a recording of another office it says the same as for one that does not exist.
 */
@Route(RecordingNavigation.ONE)
@PageTitle("Perekaman KTP-el")
@RolesAllowed(Permission.Name.RECORDING_READ)
@StyleSheet("context://styles/recording.css")
class RecordingView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Recordings recordings;
    private final transient RecordingFiles files;
    private final transient Receipts receipts;
    private final transient CurrentStaff staff;
    private final transient Offices offices;
    private final transient Clock clock;
    private final Div place = new Div();
    private String number = "";

    RecordingView(
            Recordings recordings,
            RecordingFiles files,
            Receipts receipts,
            CurrentStaff staff,
            Offices offices,
            Clock clock) {
        super("Perekaman KTP-el");
        this.recordings = recordings;
        this.files = files;
        this.receipts = receipts;
        this.staff = staff;
        this.offices = offices;
        this.clock = clock;
        place.addClassName("stack");
        addComponentAsFirst(back());
        add(place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get(RecordingNavigation.NUMBER).orElse("");
        refresh();
    }

    private void refresh() {
        place.removeAll();
        files.find(number).ifPresentOrElse(this::show, this::showNothing);
    }

    private void show(RecordingFile file) {
        RecordingDetails recording = file.recording();
        Office office = offices.find(recording.office()).orElseThrow();
        var times = RecordingTimes.of(recording, clock.instant());
        setHeading(recording.name());
        setSubtitle("%s · %s".formatted(recording.number(), office.name()));
        setActions(badges(recording));
        var keys = new KeyHelp();
        var desk = new RecordingDesk(recordings, receipts, recording, staff, keys, this::refresh);
        var work = new Div(new RegistrationSheet(desk, office.timeZone()), new BenrollmentSheet(desk));
        work.addClassName("stack");
        if (recording.phase().isOpen()) {
            work.add(desk.otherActs());
        }
        var beside =
                new Div(new TimesSheet(recording, times, office.timeZone()), person(file), history(recording, office));
        beside.addClassName("stack");
        var columns = new Div(work, beside);
        columns.addClassName("recording-columns");
        var strip = new Div(ProcedureStrip.of(recording, times));
        strip.addClassName("card");
        place.add(strip, columns, keys);
    }

    private static Component[] badges(RecordingDetails recording) {
        var phase = new StatusBadge(recording.phase().label(), RecordingsView.tone(recording.phase()));
        return recording.ticket() == null
                ? new Component[] {phase}
                : new Component[] {new StatusBadge("Nomor " + recording.ticket(), Tone.NEUTRAL), phase};
    }

    private static Anchor back() {
        var back = new Anchor(RecordingNavigation.LIST, "‹ Perekaman hari ini");
        back.addClassName("back");
        return back;
    }

    private Component person(RecordingFile file) {
        RecordingDetails recording = file.recording();
        Resident resident = file.resident();
        var masked = new LinkedHashMap<String, String>();
        masked.put("NIK", recording.nik().masked());
        var sheet = new Sheet("Penduduk");
        if (resident != null) {
            masked.put("Tanggal lahir", "•• •••• " + resident.birthYear());
            masked.put("Kawin", resident.everMarried() ? "pernah" : "belum pernah");
            masked.put("Status KTP-el", resident.card().label());
        }
        boolean mayReveal = resident != null && staff.may(Permission.PERSON_REVEAL);
        var privacy = new Paragraph("Sidik jari, iris, dan foto tidak disimpan di portal.");
        privacy.addClassName("muted");
        return sheet.padded(
                new MaskedFacts(masked, mayReveal ? purpose -> files.reveal(recording.number(), purpose) : null),
                privacy);
    }

    private static Component history(RecordingDetails recording, Office office) {
        ZoneId zone = office.timeZone();
        return new Sheet("Riwayat").padded(Timeline.of(recording.history(), zone));
    }

    private void showNothing() {
        setHeading("Perekaman KTP-el");
        setSubtitle("");
        setActions();
        place.add(new EmptyState(
                "Perekaman tidak ditemukan",
                "Nomor itu tidak ada, identitasnya sudah dihapus, atau bukan perekaman kantor Anda.",
                new Anchor(RecordingNavigation.LIST, "Buka daftar perekaman")));
    }
}
