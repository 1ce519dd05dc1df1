package id.dukcapil.portal.privacy.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.privacy.CaseList;
import id.dukcapil.portal.privacy.CaseList.Waiting;
import id.dukcapil.portal.privacy.Deadline;
import id.dukcapil.portal.privacy.IncidentList;
import id.dukcapil.portal.privacy.RequestList;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The running 72-hour clocks of requests of data subjects and of incidents. */
@Component
@Order(60)
class PrivacyDesk implements DeskContribution {

    private final RequestList requests;
    private final IncidentList incidents;
    private final CurrentStaff staff;
    private final Clock clock;

    PrivacyDesk(RequestList requests, IncidentList incidents, CurrentStaff staff, Clock clock) {
        this.requests = requests;
        this.incidents = incidents;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        if (staff.may(Permission.PRIVACY_READ)) {
            add(desk, "permintaan subjek data", requests.waiting(), PrivacyTabs.REQUESTS);
            add(desk, "insiden data pribadi", incidents.waiting(), PrivacyTabs.INCIDENTS);
        }
    }

    private void add(Desk desk, String what, Waiting waiting, String route) {
        Instant due = waiting.nextDue();
        if (due == null) {
            return;
        }
        var deadline = new Deadline(due, null);
        boolean late = waiting.late() > 0;
        desk.urgent(new UrgentWork(
                late ? Urgency.LATE : Urgency.NOW,
                due,
                "%s %s terbuka".formatted(Formats.number(waiting.open()), what),
                late ? "%s lewat 3 × 24 jam".formatted(Formats.number(waiting.late())) : "batas 3 × 24 jam",
                DeadlineText.of(deadline, clock.instant()),
                DeadlineText.tone(deadline, clock.instant()),
                "Baca",
                late ? route + "?daftar=" + CaseList.LATE : route));
    }
}
