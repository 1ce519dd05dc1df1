package id.dukcapil.portal.sla.ui.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
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
@StyleSheet("context://styles/parts.css")
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
        var sheet = new Sheet("Terbuka sekarang").note("%d peringatan".formatted(open.size()));
        sheet.add(rows(open.stream().map(alert -> row(labels, alert)).toArray(ListItem[]::new)));
        return sheet;
    }

    private ListItem row(Map<String, String> labels, Alert alert) {
        String title = "%s, %s".formatted(label(labels, alert), office(alert));
        var look = new Anchor(alert.link(), "Periksa");
        look.addClassName("button");
        look.setAriaLabel("Periksa: " + title);
        boolean held = alert.toldAt() == null;
        return row(
                title,
                alert.text(),
                new StatusBadge(
                        held ? "ditahan jam tenang" : "sejak " + moment(alert, alert.openedAt()),
                        held ? Tone.NEUTRAL : Tone.WARN),
                look);
    }

    private Sheet rules(List<AlertRule> rules) {
        boolean mayEdit = staff.may(Permission.ALERT_EDIT);
        var sheet = new Sheet("Aturan").note("diperiksa setiap dua menit");
        sheet.add(rows(rules.stream()
                .map(rule -> row(
                        "%s: %s".formatted(rule.measure().label(), rule.condition()),
                        "memberi tahu yang berizin “%s”%s · jam tenang %s"
                                .formatted(
                                        rule.audience().label(),
                                        rule.mailTo().isEmpty() ? "" : " dan " + rule.mailTo(),
                                        quiet(rule)),
                        new StatusBadge(rule.enabled() ? "Berlaku" : "Mati", rule.enabled() ? Tone.OK : Tone.NEUTRAL),
                        mayEdit ? edit(rule) : new Span()))
                .toArray(ListItem[]::new)));
        return sheet;
    }

    private Button edit(AlertRule rule) {
        var edit = new Button("Ubah", click -> new RuleDialog(alerts, rule, this::refresh).open());
        edit.setAriaLabel("Ubah aturan " + rule.measure().label());
        return edit;
    }

    /** In the form of the list by urgency, which reads well on a phone. */
    private static UnorderedList rows(ListItem... rows) {
        var list = new UnorderedList(rows);
        list.addClassName("urgent-work");
        return list;
    }

    private static ListItem row(String title, String reason, StatusBadge badge, Component act) {
        var name = new Span(title);
        name.addClassName("title");
        var why = new Span(reason);
        why.addClassName("muted");
        var what = new Div(name, why);
        what.addClassName("what");
        return new ListItem(what, badge, act);
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
        var sheet = new Sheet("Sudah selesai").note("sepuluh yang terakhir");
        sheet.add(rows(ended.stream()
                .map(alert -> row(
                        "%s, %s".formatted(label(labels, alert), office(alert)),
                        "%s Sejak %s.".formatted(alert.text(), moment(alert, alert.openedAt())),
                        new StatusBadge("selesai " + closed(alert), Tone.OK),
                        new Span()))
                .toArray(ListItem[]::new)));
        return sheet;
    }

    private static String label(Map<String, String> labels, Alert alert) {
        return labels.getOrDefault(alert.measure(), alert.measure());
    }

    private String office(Alert alert) {
        Office office = offices.get(alert.office());
        return office == null ? alert.office().value() : office.name();
    }

    private String closed(Alert alert) {
        Instant closed = alert.closedAt();
        return closed == null ? "" : moment(alert, closed);
    }

    private String moment(Alert alert, Instant moment) {
        Office office = offices.get(alert.office());
        return office == null ? "" : Formats.shortDateTime(moment, office.timeZone());
    }
}
