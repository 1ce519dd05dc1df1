package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.ListGrid;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.counter.device.Device;
import id.dukcapil.portal.counter.device.Device.Need;
import id.dukcapil.portal.counter.device.Devices;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.hall.HallSetUp;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Layanan & loket: services, counters with who sits there today, rules of the queue, boards and number machines. */
@Route("layanan-loket")
@PageTitle("Layanan & loket")
@Menu(title = "Layanan & loket", order = 121)
@RolesAllowed(Permission.Name.COUNTER_ARRANGE)
@StyleSheet("context://styles/counter.css")
class HallView extends AddressedPage {

    private final transient HallSetUp setUp;
    private final transient Devices devices;
    private final OfficePicker<Office> offices;
    private final Div content = new Div();
    private final Div newAddress = new Div();
    private transient Office office;

    HallView(HallSetUp setUp, Devices devices, CurrentStaff staff) {
        super("Layanan & loket", "layanan-loket");
        this.setUp = setUp;
        this.devices = devices;
        offices = new OfficePicker<>(
                staff.officesInScope(), staff.require().office(), code -> go(url().with(ListFilters.OFFICE, code)));
        office = offices.show(url());
        content.addClassName("hall-arrange");
        newAddress.addClassName("new-address");
        add(newAddress, content);
        setActions(
                offices,
                new Button("Aturan antrean …", click -> new RulesDialog(setUp, office.code(), this::refresh).open()));
    }

    @Override
    protected void refresh() {
        Office shown = offices.show(url());
        if (!shown.equals(office)) {
            newAddress.removeAll();
        }
        office = shown;
        var rules = setUp.settings(office.code());
        setSubtitle("%s · tenggang booking %d, prioritas %d, datang langsung %d menit · dipanggil sampai %d kali"
                .formatted(
                        office.name(),
                        rules.allowances().booking(),
                        rules.allowances().priority(),
                        rules.allowances().walkIn(),
                        rules.calls()));
        List<HallService> services = setUp.services(office.code());
        content.removeAll();
        content.add(
                section("Layanan", serviceGrid(services), button("Tambah layanan …", () -> editService(null))),
                section("Loket", deskGrid(services), button("Tambah loket …", () -> editDesk(null, services))),
                section(
                        "Papan panggilan & mesin nomor",
                        deviceGrid(),
                        button(
                                "Daftarkan perangkat …",
                                () -> new DeviceDialog(devices, office.code(), this::admitted).open())));
    }

    private void editService(@Nullable HallService service) {
        new ServiceDialog(setUp, office.code(), service, this::refresh).open();
    }

    private void editDesk(@Nullable Desk desk, List<HallService> services) {
        new DeskDialog(setUp, office.code(), desk, services, this::refresh).open();
    }

    private static Div section(String title, Grid<?> grid, Button action) {
        var head = new Div(new H2(title), action);
        head.addClassName("section-head");
        return new Div(head, grid);
    }

    private static Button button(String label, Runnable act) {
        return new Button(label, click -> act.run());
    }

    private ListGrid<HallService> serviceGrid(List<HallService> services) {
        var grid = new ListGrid<HallService>();
        grid.column("Huruf", HallService::letter);
        grid.addColumn(HallService::label).setHeader("Layanan").setAutoWidth(true);
        grid.addColumn(HallService::description)
                .setHeader("Keterangan di mesin nomor")
                .setAutoWidth(true);
        grid.badge("Nomor", HallView::offered, service -> service.offered() ? Tone.OK : Tone.NEUTRAL);
        return filled(
                grid,
                services,
                service -> "%s · %s".formatted(service.letter(), service.label()),
                service -> List.of(service.description(), offered(service)),
                service -> small("Ubah", service.label(), () -> editService(service)));
    }

    private static String offered(HallService service) {
        return service.offered() ? service.atKiosk() ? "mesin & petugas" : "petugas saja" : "tidak ditawarkan";
    }

    private ListGrid<Desk> deskGrid(List<HallService> services) {
        var grid = new ListGrid<Desk>();
        grid.column("Loket", Desk::name);
        grid.column("Layanan", 2, desk -> served(desk, services));
        grid.column("Hari ini", 1, this::occupied);
        return filled(
                grid,
                setUp.desks(office.code()),
                Desk::name,
                desk -> List.of(served(desk, services), occupied(desk)),
                desk -> small("Ubah", desk.name(), () -> editDesk(desk, services)));
    }

    private static String served(Desk desk, List<HallService> services) {
        return services.stream()
                .filter(service -> desk.services().contains(service.code()))
                .map(HallService::label)
                .collect(Collectors.joining(", "));
    }

    /** With an act on each row, on the card of a phone too. */
    private static <T> ListGrid<T> filled(
            ListGrid<T> grid,
            List<T> rows,
            Function<T, String> title,
            Function<T, List<String>> lines,
            Function<T, Component> act) {
        grid.addComponentColumn(act::apply).setAutoWidth(true).setFlexGrow(0);
        grid.cards(title::apply, lines::apply, row -> List.of(act.apply(row)));
        grid.setItems(rows);
        grid.setHeight(null);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private String occupied(Desk desk) {
        Desk.Sitting sitting = desk.sitting();
        if (sitting == null) {
            return desk.inUse() ? "tutup" : "tidak dipakai";
        }
        return "%s sejak %s%s"
                .formatted(
                        sitting.name(),
                        Formats.time(sitting.since(), office.timeZone()),
                        sitting.breakSince() == null
                                ? ""
                                : ", istirahat sejak " + Formats.time(sitting.breakSince(), office.timeZone()));
    }

    private ListGrid<Device> deviceGrid() {
        var grid = new ListGrid<Device>();
        grid.column("Perangkat", 1, Device::name);
        grid.column("Jenis", 1, device -> device.kind().label());
        grid.badge("Keadaan", this::deviceStatus, HallView::tone);
        return filled(
                grid,
                devices.of(office.code()),
                Device::name,
                device -> List.of(device.kind().label(), deviceStatus(device)),
                device ->
                        device.revokedAt() == null ? small("Cabut", device.name(), () -> revoke(device)) : new Span());
    }

    private static Tone tone(Device device) {
        if (device.revokedAt() != null) {
            return Tone.NEUTRAL;
        }
        return device.needs().isEmpty() ? Tone.OK : Tone.WARN;
    }

    private String deviceStatus(Device device) {
        if (device.revokedAt() != null) {
            return "dicabut " + Formats.shortDateTime(device.revokedAt(), office.timeZone());
        }
        if (!device.needs().isEmpty()) {
            return device.needs().stream().map(Need::label).collect(Collectors.joining(", "));
        }
        return device.seenAt() == null
                ? "belum dibuka"
                : "terakhir " + Formats.shortDateTime(device.seenAt(), office.timeZone());
    }

    private static Button small(String label, String of, Runnable act) {
        var button = button(label, act);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(label + " " + of);
        return button;
    }

    private void admitted(String address) {
        var link = new Anchor(address, address);
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        var callout = new Callout(
                "Alamat perangkat",
                Tone.INFO,
                "Buka alamat ini satu kali di perangkatnya. Alamat tidak ditampilkan lagi; bila hilang, cabut dan daftarkan"
                        + " ulang.");
        callout.add(link);
        newAddress.removeAll();
        newAddress.add(callout);
        refresh();
    }

    private void revoke(Device device) {
        Confirm.ask(
                "Cabut %s?".formatted(device.name()),
                "Layarnya berhenti dalam beberapa detik dan harus didaftarkan ulang.",
                "Cabut perangkat",
                () -> {
                    devices.revoke(office.code(), device.id());
                    refresh();
                });
    }
}
