package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
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
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blangko: the stock card of an office, and what can be entered in it. */
@Route(CardsNavigation.LEDGER)
@PageTitle("Blangko")
@Menu(title = "Blangko", order = 13)
@RolesAllowed(Permission.Name.CARDS_READ)
class CardsView extends AddressedPage {

    private static final long serialVersionUID = 1L;
    private static final String OFFICE = "kantor";
    private static final String LINE = "baris";

    private final transient CardLedger ledger;
    private final transient CardStocks stocks;
    private final transient CardLists lists;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private final transient List<Office> offices;
    private final ComboBox<Office> picker = Indonesian.comboBox("");
    private final CardFigures figures = new CardFigures();
    private final CardFilters filters = new CardFilters(this::go);
    private final CardGrid grid;
    private final CardPanel panel = new CardPanel();
    private final ListAndPanel content;
    private transient Office office;

    CardsView(
            CardLedger ledger,
            CardStocks stocks,
            CardLists lists,
            CardExport export,
            ExportButtons exportButtons,
            CurrentStaff staff,
            Clock clock) {
        super("Blangko", CardsNavigation.LEDGER);
        this.ledger = ledger;
        this.stocks = stocks;
        this.lists = lists;
        this.staff = staff;
        this.clock = clock;
        offices = staff.officesInScope();
        office = own();
        grid = new CardGrid(lists);
        content = new ListAndPanel(grid, panel, (CardEntry entry) -> go(url().with(LINE, entry.number())))
                .whenEmpty(
                        "Tidak ada baris yang cocok",
                        "Buku dimulai dengan mencatat penerimaan blangko. Bila sudah ada catatan, ubah saringan di atas.");
        add(figures, filters, content);
        fillHeight(content);
        pickOffice();
        setActions(actions(export, exportButtons));
    }

    private void pickOffice() {
        picker.setAriaLabel("Kantor");
        picker.setItems(offices);
        picker.setItemLabelGenerator(Office::name);
        picker.setVisible(offices.size() > 1);
        picker.setMinWidth("17em");
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(url().with(OFFICE, change.getValue().code()).with(LINE, null));
            }
        });
    }

    private Component[] actions(CardExport export, ExportButtons exportButtons) {
        var actions = new ArrayList<Component>();
        actions.add(picker);
        actions.add(exportButtons.button("Ekspor Excel", () -> export.ask(filters.filter(office.code()))));
        if (staff.may(Permission.CARDS_PLAN)) {
            actions.add(new Button(
                    "Stok pengaman", click -> new SafetyStockDialog(stocks, office.code(), this::refresh).open()));
        }
        if (staff.may(Permission.CARDS_ENTER)) {
            actions.add(new Button("Hitung fisik", click -> takeStock()));
            actions.add(new Button("Gagal cetak", click -> enter(CardEntryKind.MISPRINT)));
            actions.add(new Button("Penerimaan", click -> enter(CardEntryKind.RECEIPT)));
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
        new StockTakeDialog(ledger, office.code(), expected, this::refresh).open();
    }

    @Override
    protected void refresh() {
        office = url().text(OFFICE)
                .flatMap(code -> offices.stream()
                        .filter(one -> one.code().value().equals(code))
                        .findFirst())
                .orElseGet(this::own);
        picker.setValue(office);
        setSubtitle("Blangko KTP-el · " + office.name());
        Optional<CardSupply> supply = stocks.of(office.code());
        figures.setVisible(supply.isPresent());
        supply.ifPresent(cards -> figures.show(cards, stocks.forecast(cards)));
        filters.show(url());
        CardFilter filter = filters.filter(office.code());
        int count = lists.count(filter);
        filters.setCount(Math.min(count, CardLists.COUNT_LIMIT), count > CardLists.COUNT_LIMIT);
        grid.show(filter, count);
        content.showList(count);
        showChosen();
    }

    private void showChosen() {
        Optional<CardEntry> chosen = url().number(LINE).flatMap(number -> lists.find(office.code(), number));
        if (chosen.isEmpty() && url().has(LINE)) {
            Notify.warning("Baris itu tidak ada di buku kantor ini.");
        }
        content.showChosen(
                chosen,
                entry -> panel.show(entry, office.timeZone(), correcting(entry), () -> go(url().with(LINE, null))));
    }

    private List<Component> correcting(CardEntry entry) {
        return staff.may(Permission.CARDS_ENTER) && entry.canBeCorrected()
                ? List.of(new Button(
                        "Koreksi baris ini", click -> new CorrectionDialog(ledger, entry, this::refresh).open()))
                : List.of();
    }

    private Office own() {
        return offices.stream()
                .filter(one -> one.code().equals(staff.require().office()))
                .findFirst()
                .orElseGet(offices::getFirst);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }
}
