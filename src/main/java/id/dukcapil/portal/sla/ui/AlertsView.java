package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.alert.Alert;
import id.dukcapil.portal.sla.alert.AlertRule;
import id.dukcapil.portal.sla.alert.Alerts;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What goes wrong now and where, and the rules that say when whom is told. */
@Route(AlertsView.ROUTE)
@PageTitle("Peringatan")
@Menu(title = "Peringatan", order = 91)
@RolesAllowed({Permission.Name.REPORT_READ, Permission.Name.ALERT_EDIT})
class AlertsView extends AddressedPage {

    static final String ROUTE = "peringatan";

    private final transient Alerts alerts;
    private final transient CurrentStaff staff;
    private final transient Map<OfficeCode, Office> offices;
    private final Div content = new Div();

    AlertsView(Alerts alerts, CurrentStaff staff) {
        super("Peringatan", ROUTE);
        this.alerts = alerts;
        this.staff = staff;
        offices = staff.officesInScope().stream().collect(Collectors.toMap(Office::code, Function.identity()));
        setSubtitle("Satu peringatan untuk satu sebab di satu kantor; ia menutup sendiri sesudah sebabnya hilang.");
        content.addClassName("stack");
        add(content);
    }

    @Override
    protected void refresh() {
        List<AlertRule> rules = alerts.rules();
        Map<String, String> labels = rules.stream()
                .collect(Collectors.toMap(
                        rule -> rule.measure().code(), rule -> rule.measure().label()));
        content.removeAll();
        content.add(open(labels), rules(rules), ended(labels));
    }

    private Sheet open(Map<String, String> labels) {
        List<Alert> open = alerts.open();
        if (open.isEmpty()) {
            return new Sheet(
                    "Terbuka sekarang",
                    new EmptyState("Tidak ada peringatan", "Semua ukuran berada di dalam batas aturannya."));
        }
        var table =
                new DataTable("Peringatan yang terbuka", "Sebab", "Kantor", "Keadaan", "Sejak", "Diberitahukan", "");
        open.forEach(alert -> {
            Instant told = alert.toldAt();
            table.row(
                    new Span(label(labels, alert)),
                    new Span(office(alert)),
                    new Span(alert.text()),
                    new Span(moment(alert, alert.openedAt())),
                    told == null ? new StatusBadge("ditahan jam tenang", Tone.NEUTRAL) : new Span(moment(alert, told)),
                    look(alert));
        });
        return new Sheet("Terbuka sekarang", table).note("%d peringatan".formatted(open.size()));
    }

    private Anchor look(Alert alert) {
        var look = new Anchor(alert.link(), "Periksa");
        look.setAriaLabel("Periksa %s".formatted(office(alert)));
        return look;
    }

    private Sheet rules(List<AlertRule> rules) {
        boolean mayEdit = staff.may(Permission.ALERT_EDIT);
        var table =
                new DataTable("Aturan peringatan", "Aturan", "Berbunyi bila", "Siapa", "Jam tenang", "Surat", "", "");
        rules.forEach(rule -> table.row(
                new Span(rule.measure().label()),
                new Span(rule.condition()),
                new Span("Izin: " + rule.audience().label()),
                new Span(quiet(rule)),
                new Span(rule.mailTo().isEmpty() ? Figures.NONE : rule.mailTo()),
                new StatusBadge(rule.enabled() ? "Berlaku" : "Mati", rule.enabled() ? Tone.OK : Tone.NEUTRAL),
                mayEdit ? edit(rule) : new Span()));
        return new Sheet("Aturan", table);
    }

    private Button edit(AlertRule rule) {
        var edit = new Button("Ubah", click -> new RuleDialog(alerts, rule, this::refresh).open());
        edit.setAriaLabel("Ubah aturan " + rule.measure().label());
        return edit;
    }

    private static String quiet(AlertRule rule) {
        return rule.quietFrom().equals(rule.quietUntil())
                ? "tidak ada"
                : Formats.time(rule.quietFrom()) + "–" + Formats.time(rule.quietUntil());
    }

    private Sheet ended(Map<String, String> labels) {
        List<Alert> ended = alerts.ended();
        if (ended.isEmpty()) {
            return new Sheet("Sudah selesai").padded(new Span("Belum ada."));
        }
        var table = new DataTable("Peringatan yang sudah selesai", "Sebab", "Kantor", "Terakhir", "Sejak", "Sampai");
        ended.forEach(alert -> {
            Instant closed = alert.closedAt();
            table.row(
                    new Span(label(labels, alert)),
                    new Span(office(alert)),
                    new Span(alert.text()),
                    new Span(moment(alert, alert.openedAt())),
                    new Span(closed == null ? Figures.NONE : moment(alert, closed)));
        });
        return new Sheet("Sudah selesai", table);
    }

    private static String label(Map<String, String> labels, Alert alert) {
        return labels.getOrDefault(alert.measure(), alert.measure());
    }

    private String office(Alert alert) {
        Office office = offices.get(alert.office());
        return office == null ? alert.office().value() : office.name();
    }

    private String moment(Alert alert, Instant moment) {
        Office office = offices.get(alert.office());
        return office == null ? "" : Formats.shortDateTime(moment, office.timeZone());
    }
}
