package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.cards.PrintAnswer;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.WaitingCards;
import id.dukcapil.portal.population.WaitingCards.WaitingCard;
import id.dukcapil.portal.recording.status.ReadyOrders;
import id.dukcapil.portal.recording.status.ReadyPapers;
import id.dukcapil.portal.recording.status.StatusImports;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Status pusat: whose card waits for the centre or for the office, how long, and what is to be done about it. */
@Route(RecordingNavigation.CENTRAL)
@PageTitle("Status pusat")
@Menu(title = "Status pusat", order = 43)
@RolesAllowed(Permission.Name.RECORDING_READ)
class CentralStatusView extends RegisterPage<WaitingCard> {

    private final transient ReadyPapers papers;
    private final transient ReadyOrders orders;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private final Select<Group> group = filters.select("Kelompok", "kelompok", Group.values(), Group::label);
    private final CardPanel panel = new CardPanel();

    /** Statuses that ask for the same. */
    enum Group {
        TROUBLE("Perlu tindak lanjut", RecordingStatus::isTrouble),
        AGAIN("Rekam ulang", RecordingStatus::needsNewRecording),
        UNDER_WAY("Menunggu pusat", RecordingStatus::isUnderWay),
        READY("Siap cetak", RecordingStatus::readyToPrint);

        private final String label;
        private final Predicate<RecordingStatus> belongs;

        Group(String label, Predicate<RecordingStatus> belongs) {
            this.label = label;
            this.belongs = belongs;
        }

        String label() {
            return label;
        }

        List<RecordingStatus> statuses() {
            return Arrays.stream(RecordingStatus.values()).filter(belongs).toList();
        }
    }

    CentralStatusView(
            WaitingCards cards,
            StatusImports imports,
            ReadyPapers papers,
            ReadyOrders orders,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        super("Status pusat", RecordingNavigation.CENTRAL);
        this.papers = papers;
        this.orders = orders;
        this.staff = staff;
        this.clock = clock;
        zone = organisation.timeZone();
        setSubtitle(
                "Yang paling lama menunggu di atas. Status berasal dari ekspor pusat dan dari perekaman di kantor.");
        addColumns();
        list(
                () -> group.getValue().statuses(),
                cards::count,
                WaitingCards.COUNT_LIMIT,
                cards::page,
                WaitingCard::cursor);
        open(
                panel,
                "orang",
                row -> row.id().value(),
                id -> person(id).flatMap(cards::find),
                this::show,
                "Data itu tidak ada.");
        whenEmpty("Tidak ada yang menunggu", "Pilih kelompok lain, atau impor ekspor status terbaru dari pusat.");
        setActions(new Button(
                "Impor status …",
                click -> new StatusImportDialog(imports, staff.may(Permission.RECORDING_STATUS), zone, this::refresh)
                        .open()));
        lay();
    }

    private static Optional<PersonId> person(String id) {
        return id.matches("\\d{1,18}") ? Optional.of(new PersonId(Long.parseLong(id))) : Optional.empty();
    }

    private void addColumns() {
        grid.column("Menunggu", "7rem", this::waiting);
        grid.column("Nama", 3, WaitingCard::name);
        grid.column("NIK", "9.5rem", row -> row.nik().masked());
        grid.column("Lahir", "5rem", row -> String.valueOf(row.birthDate().getYear()));
        grid.badge("Status", "12rem", row -> row.status().label(), row -> tone(row.status()));
        grid.column("Tindak lanjut", 2, row -> row.status().explanation());
        grid.cards(WaitingCard::name, row -> List.of(row.nik().masked(), waiting(row)));
    }

    private String waiting(WaitingCard card) {
        Instant since = card.since();
        return since == null
                ? "sejak tak tercatat"
                : "%s hari"
                        .formatted(Formats.number(
                                Duration.between(since, clock.instant()).toDays()));
    }

    private static Tone tone(RecordingStatus status) {
        return status.isTrouble() ? Tone.WARN : status.readyToPrint() ? Tone.OK : Tone.INFO;
    }

    private void show(WaitingCard card) {
        panel.show(card);
    }

    private void order(WaitingCard card) {
        switch (orders.order(card.nik())) {
            case PrintAnswer.Refused refused -> Notify.warning(refused.sentence());
            case PrintAnswer.Ordered ordered ->
                Notify.done((ordered.known() ? "Sudah dipesan dengan nomor %s." : "Pesanan cetak %s dicatat.")
                        .formatted(ordered.number()));
        }
    }

    /** One resident beside the list. */
    private final class CardPanel extends DetailPanel {

        CardPanel() {
            super("rincian status");
        }

        void show(WaitingCard card) {
            startWith(card.name(), new StatusBadge(card.status().label(), tone(card.status())));
            Instant since = card.since();
            var facts = new KeyValueList()
                    .with("NIK", card.nik().masked())
                    .with("Tahun lahir", String.valueOf(card.birthDate().getYear()))
                    .with("Menunggu", waiting(card));
            if (since != null) {
                facts.with("Sejak", Formats.date(LocalDate.ofInstant(since, zone)));
            }
            if (card.status().readyToPrint()) {
                offerPrinting(card);
            }
            if (card.status().needsNewRecording()) {
                offer(new Anchor(RecordingNavigation.LIST, "Buka Perekaman KTP-el"));
            }
            add(facts, section("Tindak lanjut", new Paragraph(card.status().explanation())), actions);
        }

        private void offerPrinting(WaitingCard card) {
            if (staff.may(Permission.BOOKING_CREATE)) {
                offer(new Anchor("pemesanan?pesan-untuk=" + card.id().value(), "Pesan hari cetak"));
            }
            if (staff.may(Permission.RECORDING_STATUS)) {
                offer("Pesan cetak", () -> order(card));
                offer(
                        "Surat siap cetak",
                        () -> papers.letter(card.id())
                                .ifPresent(pdf ->
                                        new PdfDialog("Surat siap cetak", "surat-siap-cetak.pdf", () -> pdf).open()));
            }
        }
    }
}
