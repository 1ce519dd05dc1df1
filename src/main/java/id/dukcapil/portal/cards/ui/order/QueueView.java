package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderLists;
import id.dukcapil.portal.cards.order.OrderLists.Age;
import id.dukcapil.portal.cards.order.OrderLists.Group;
import id.dukcapil.portal.cards.order.OrderLists.OrderFilter;
import id.dukcapil.portal.cards.order.OrderLists.OrderRow;
import id.dukcapil.portal.cards.order.OrderPapers;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.cards.order.PrintDesk;
import id.dukcapil.portal.cards.order.Printers;
import id.dukcapil.portal.cards.order.Printers.Load;
import id.dukcapil.portal.cards.ui.OpenDays;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Antrean cetak: the print orders of an office, printed and checked from the scan field alone. */
@Route(OrdersNavigation.QUEUE)
@PageTitle("Antrean cetak")
@Menu(title = "Antrean cetak", order = 70)
@RolesAllowed(Permission.Name.CARDS_READ)
class QueueView extends RegisterPage<OrderRow> {

    private final transient OrderLists lists;
    private final transient PrintDesk desk;
    private final transient Printers printers;
    private final transient CurrentStaff staff;
    private final transient Offices places;
    private final transient Clock clock;
    private final OfficePicker<Office> offices;
    private final OpenDays openDays;
    private final Div loads = new Div();
    private final ScanField scan = new ScanField("Pindai pesanan atau kartu, atau ketik angka", this::entered);
    private final Select<Group> group = filters.select("Keadaan", "keadaan", Group.values(), Group::label);
    private final Select<PrintReason> reason =
            filters.select("Alasan", "Semua alasan", "alasan", PrintReason.values(), PrintReason::label);
    private final Select<Age> age = filters.select("Di rak", "Semua", "umur", Age.values(), Age::label);
    private final TextField number = filters.text("Cari", "Nomor pesanan", ListFilters.SEARCH);
    private final OrderPanel panel = new OrderPanel();
    private final transient OrderChoices choices;
    private transient Office office;

    QueueView(
            OrderLists lists,
            PrintDesk desk,
            PrintOrders orders,
            OrderPapers papers,
            Printers printers,
            CardClosings closings,
            CurrentStaff staff,
            Offices places,
            Clock clock) {
        super("Antrean cetak", OrdersNavigation.QUEUE);
        this.lists = lists;
        this.desk = desk;
        this.printers = printers;
        this.staff = staff;
        this.places = places;
        this.clock = clock;
        choices = new OrderChoices(desk, papers, staff, places, this::refresh);
        offices = new OfficePicker<>(
                staff.officesInScope(),
                staff.require().office(),
                code -> go(url().with(ListFilters.OFFICE, code)
                        .with(OrdersNavigation.ORDER, null)
                        .with(OrdersNavigation.PRINTER, null)));
        office = offices.show(url());
        addColumns();
        list(this::filter, lists::count, OrderLists.COUNT_LIMIT, lists::page, OrderRow::cursor);
        open(panel, OrdersNavigation.ORDER, OrderRow::number, lists::find, this::show, "Pesanan itu tidak ada.");
        whenEmpty(
                "Tidak ada pesanan yang cocok",
                "Pesanan datang dari kedatangan pemesanan dan dari Status pusat; penggantian dicatat di sini.");
        setActions(actions(orders, papers));
        scan.setVisible(staff.may(Permission.CARDS_PRINT));
        loads.addClassName("print-loads");
        openDays = new OpenDays(closings);
        lay(openDays, loads, scan.withAnswer());
    }

    private void addColumns() {
        grid.column("Dipesan", "9.5rem", row -> Formats.shortDateTime(row.createdAt(), office.timeZone()));
        grid.column("Nomor", "13rem", OrderRow::number);
        grid.column("Nama", 2, QueueView::name);
        grid.column("Lahir", "4.5rem", OrderRow::birthYear);
        grid.column("Alasan", "9rem", row -> row.reason().label());
        grid.badge("Keadaan", "12.5rem", row -> row.status().label(), row -> tone(row.status()));
        grid.column("Rak", "4rem", row -> row.shelf() == null ? "" : row.shelf());
        grid.cards(QueueView::name, row -> List.of(row.number(), row.reason().label()));
    }

    private static String name(OrderRow row) {
        return row.name().isEmpty() ? "(identitas dihapus)" : row.name();
    }

    static Tone tone(OrderStatus status) {
        return switch (status) {
            case HELD, CANCELLED -> Tone.NEUTRAL;
            case WAITING, PRINTING, PRINTED, CHECKED -> Tone.INFO;
            case READY, HANDED_OVER -> Tone.OK;
            case RECALLED -> Tone.WARN;
        };
    }

    private Component[] actions(PrintOrders orders, OrderPapers papers) {
        var actions = new ArrayList<Component>(List.of(offices));
        if (staff.may(Permission.CARDS_ARRANGE)) {
            actions.add(new Button("Pencetak …", click -> new PrintersDialog(printers, office, this::refresh).open()));
        }
        if (staff.may(Permission.CARDS_PRINT)) {
            actions.add(new Button(
                    "Daftar cetak",
                    click -> new PdfDialog("Daftar cetak", "daftar-cetak.pdf", () -> papers.batch(office.code()))
                            .open()));
            actions.add(new Button("Penggantian …", click -> new NewOrderDialog(orders, office, this::refresh).open()));
            var next = new Button("Cetak berikutnya", click -> next());
            next.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(next);
        }
        return actions.toArray(Component[]::new);
    }

    private OrderFilter filter() {
        return new OrderFilter(group.getValue(), office.code(), reason.getValue(), age.getValue(), number.getValue());
    }

    @Override
    protected void refresh() {
        office = offices.show(url());
        List<Load> today = printers.loads(office.code(), LocalDate.ofInstant(clock.instant(), office.timeZone()));
        openDays.show(office.code());
        loads.removeAll();
        loads.add(PrinterLoads.of(today, printer(), id -> go(url().with(OrdersNavigation.PRINTER, id))));
        super.refresh();
    }

    /** The chosen printer; of several the first one that may still print today. */
    private @Nullable UUID printer() {
        List<Load> today = printers.loads(office.code(), LocalDate.ofInstant(clock.instant(), office.timeZone()));
        return today.stream()
                .filter(load -> url().text(OrdersNavigation.PRINTER)
                        .map(chosen -> load.printer().id().toString().equals(chosen))
                        .orElse(load.left() > 0))
                .findFirst()
                .map(load -> load.printer().id())
                .orElse(null);
    }

    private void show(OrderDetails order) {
        panel.show(order, places.find(order.office()).orElseThrow(), choices.of(order, printer()));
    }

    private void entered(String text) {
        String typed = text.replaceFirst(".*/", "").toUpperCase(Locale.ROOT);
        Optional<OrderDetails> scanned = lists.find(typed);
        Optional<OrderDetails> open = url().text(OrdersNavigation.ORDER).flatMap(lists::find);
        if (scanned.isPresent()) {
            go(url().with(OrdersNavigation.ORDER, typed));
        } else if (open.isPresent()) {
            choices.enter(open.get(), printer(), text);
        } else if (text.equals("1")) {
            next();
        } else {
            Notify.warning(
                    "\"%s\" bukan nomor pesanan kantor ini. Angka 1 mengambil pesanan berikutnya.".formatted(text));
        }
    }

    private void next() {
        UUID printer = printer();
        if (printer == null) {
            Notify.warning("Tidak ada pencetak yang masih dapat mencetak hari ini.");
            return;
        }
        try {
            desk.startNext(office.code(), printer)
                    .ifPresentOrElse(
                            order -> go(url().with(OrdersNavigation.ORDER, order.number())),
                            () -> Notify.warning("Tidak ada pesanan yang menunggu."));
        } catch (InvalidInput refused) {
            Notify.warning(String.valueOf(refused.getMessage()));
            refresh();
        }
    }
}
