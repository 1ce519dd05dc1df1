package id.dukcapil.portal.sla.ui.alert;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.sla.alert.Alert;
import id.dukcapil.portal.sla.alert.Alerts;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The open alerts, one line for each cause. */
@Component
@Order(6)
class AlertsDesk implements DeskContribution {

    private final Alerts alerts;
    private final CurrentStaff staff;
    private final Offices offices;

    AlertsDesk(Alerts alerts, CurrentStaff staff, Offices offices) {
        this.alerts = alerts;
        this.offices = offices;
        this.staff = staff;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.ALERT_EDIT) && !staff.may(Permission.REPORT_READ)) {
            return;
        }
        Map<String, List<Alert>> open = alerts.open().stream().collect(groupingBy(Alert::measure));
        if (!open.isEmpty()) {
            alerts.rules().stream()
                    .filter(rule -> open.containsKey(rule.measure().code()))
                    .forEach(rule -> add(
                            desk,
                            rule.measure().label(),
                            open.getOrDefault(rule.measure().code(), List.of())));
        }
    }

    private void add(Desk desk, String label, List<Alert> open) {
        Alert oldest = open.getFirst();
        String office = offices.find(oldest.office())
                .map(Office::name)
                .orElse(oldest.office().value());
        boolean one = open.size() == 1;
        desk.urgent(new UrgentWork(
                UrgentWork.Urgency.NOW,
                oldest.openedAt(),
                "Peringatan: " + label,
                (one ? "%2$s: %3$s" : "di %1$s kantor; yang tertua %2$s: %3$s")
                        .formatted(Formats.number(open.size()), office, oldest.text()),
                "",
                Tone.WARN,
                one ? "Periksa" : "Lihat peringatan",
                one ? oldest.link() : AlertsView.ROUTE));
    }
}
