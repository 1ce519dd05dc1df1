package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardExport;
import id.dukcapil.portal.cards.CardFilter;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.CardLists;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Blangko: the stock card of an office, and what can be entered in it. */
@Route(CardsNavigation.LEDGER)
@PageTitle("Blangko & cetak")
@Menu(title = "Blangko & cetak", order = 74)
@RolesAllowed(Permission.Name.CARDS_READ)
@StyleSheet("context://styles/cards.css")
class CardsView extends RegisterPage<CardEntry> {

    private static final String LINE = "baris";

    private final transient CardLedger ledger;
    private final transient CardStocks stocks;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private final transient CardExport export;
    private final transient ExportButtons exportButtons;
    private final OfficePicker<Office> offices;
    private final OpenDays openDays;
    private final CardFigures figures = new CardFigures();
    private final TextField reference = filters.text("Cari", "Nomor surat", ListFilters.SEARCH);
    private final Select<CardEntryKind> kind =
            filters.select("Jenis", "Semua jenis", "jenis", CardEntryKind.values(), CardEntryKind::label);
    private final ListFilters.Period period = filters.period();
    private transient Office office;

    CardsView(
            CardLedger ledger,
            CardStocks stocks,
            CardLists lists,
            CardExport export,
            ExportButtons exportButtons,
            CardClosings closings,
            CurrentStaff staff,
            Clock clock) {
        super("Blangko", CardsNavigation.LEDGER);
        this.ledger = ledger;
        this.stocks = stocks;
        this.staff = staff;
        this.clock = clock;
        offices = new OfficePicker<>(
                staff.officesInScope(),
                staff.require().office(),
                code -> go(url().with(ListFilters.OFFICE, code).with(LINE, null)));
        office = offices.show(url());
        addColumns();
        list(this::filter, lists::count, CardLists.COUNT_LIMIT, lists::page, CardEntry::number);
        var panel = new CardPanel();
        open(
                panel,
                LINE,
                CardEntry::number,
                line -> url().number(LINE).flatMap(number -> lists.find(office.code(), number)),
                entry -> panel.show(entry, office.timeZone(), correcting(entry)),
                "Baris itu tidak ada di buku kantor ini.");
        whenEmpty(
                "Tidak ada baris yang cocok",
                "Buku dimulai dengan mencatat penerimaan blangko atau stok awal. Bila sudah ada catatan, ubah saringan di atas.");
        this.export = export;
        this.exportButtons = exportButtons;
        openDays = new OpenDays(closings);
        lay(openDays, figures);
    }

    private void addColumns() {
        grid.column("No.", "4.5rem", CardEntry::number);
        grid.column("Tanggal", "8rem", entry -> Formats.shortDate(entry.happenedOn()));
        grid.badge("Jenis", "9rem", entry -> entry.kind().label(), entry -> tone(entry.kind()));
        grid.number("Jumlah", "6.5rem", CardsView::signed);
        grid.number("Stok", "6rem", entry -> Formats.number(entry.stockAfter()));
        grid.column("Nomor surat, alasan", 2, CardsView::words);
        grid.column("Dicatat oleh", 1, CardEntry::enteredBy);
        grid.cards(
                entry -> "%s → %s".formatted(signed(entry), Formats.number(entry.stockAfter())),
                entry -> List.of(
                        "No. %d · %s".formatted(entry.number(), Formats.shortDate(entry.happenedOn())), words(entry)));
    }

    private Component[] actions() {
        var actions = new ArrayList<Component>();
        actions.add(offices);
        actions.addAll(CardsNavigation.links(CardsNavigation.LEDGER, office.code()));
        actions.add(exportButtons.button("Ekspor Excel", () -> export.ask(filter())));
        if (staff.may(Permission.CARDS_PLAN)) {
            actions.add(new Button(
                    "Stok pengaman",
                    click -> NumberDialog.safetyStock(stocks, office.code(), this::refresh)
                            .open()));
        }
        if (staff.may(Permission.CARDS_ENTER)) {
            if (stocks.of(office.code()).isEmpty()) {
                actions.add(new Button(
                        "Stok awal",
                        click -> NumberDialog.opening(ledger, office, this::refresh)
                                .open()));
            }
            actions.add(new Button("Hitung fisik", click -> takeStock()));
            actions.add(new Button("Gagal cetak", click -> enter(CardEntryKind.MISPRINT)));
            var use = new Button("Catat pemakaian", click -> enter(CardEntryKind.USE));
            use.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            use.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
            use.setTooltipText("Alt + N");
            actions.add(use);
        }
        return actions.toArray(Component[]::new);
    }

    private void enter(CardEntryKind kind) {
        new CardEntryDialog(ledger, office, kind, today(), this::refresh).open();
    }

    private void takeStock() {
        int expected = stocks.of(office.code()).map(CardSupply::stock).orElse(0);
        NumberDialog.stockTake(ledger, office.code(), expected, this::refresh).open();
    }

    /** {@code +500} or {@code −12}. */
    static String signed(CardEntry entry) {
        return signed(entry.quantity());
    }

    static String signed(int cards) {
        return (cards < 0 ? "−" : "+") + Formats.number(Math.abs(cards));
    }

    private static String words(CardEntry entry) {
        Integer corrects = entry.correctsNumber();
        String about = corrects == null ? "" : "baris " + corrects + ": ";
        String corrected = entry.correctedBy() == 0 ? "" : " (dikoreksi " + signed(entry.correctedBy()) + ")";
        String reason = about + Objects.requireNonNullElse(entry.reason(), "");
        String reference = Objects.requireNonNullElse(entry.reference(), "");
        return reference + (reference.isEmpty() || reason.isEmpty() ? "" : " · ") + reason + corrected;
    }

    static Tone tone(CardEntryKind kind) {
        return switch (kind) {
            case RECEIPT, TRANSFER_IN -> Tone.OK;
            case USE -> Tone.NEUTRAL;
            case MISPRINT, DAMAGE -> Tone.WARN;
            case RETURN, TRANSFER_OUT, CORRECTION -> Tone.INFO;
        };
    }

    @Override
    protected void refresh() {
        office = offices.show(url());
        setActions(actions());
        setSubtitle("Blangko KTP-el · " + office.name());
        openDays.show(office.code());
        Optional<CardSupply> supply = stocks.of(office.code());
        figures.setVisible(supply.isPresent());
        supply.ifPresent(cards -> figures.show(cards, stocks.forecast(cards)));
        super.refresh();
    }

    private CardFilter filter() {
        return new CardFilter(
                office.code(),
                kind.getValue(),
                period.from().getValue(),
                period.to().getValue(),
                reference.getValue());
    }

    private Component[] correcting(CardEntry entry) {
        return staff.may(Permission.CARDS_ENTER) && entry.canBeCorrected()
                ? new Component[] {
                    new Button(
                            "Koreksi baris ini",
                            click -> NumberDialog.correction(ledger, entry, this::refresh)
                                    .open())
                }
                : new Component[0];
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }
}
