package id.dukcapil.portal.privacy.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DeskCard;
import id.dukcapil.portal.common.ui.DeskContribution;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.privacy.CaseList.Waiting;
import id.dukcapil.portal.privacy.Deadline;
import id.dukcapil.portal.privacy.IncidentList;
import id.dukcapil.portal.privacy.RequestList;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The running 72-hour clocks on the desk of whoever looks after personal data. */
@Component
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
    public List<DeskCard> cards() {
        if (!staff.may(Permission.PRIVACY_READ)) {
            return List.of();
        }
        return List.of(
                card("Permintaan subjek data", requests.waiting(), PrivacyTabs.REQUESTS, 60),
                card("Insiden data pribadi", incidents.waiting(), PrivacyTabs.INCIDENTS, 61));
    }

    private DeskCard card(String title, Waiting waiting, String route, int order) {
        String link = waiting.late() > 0 ? route + "?daftar=LATE" : route;
        return new DeskCard(title, Formats.number(waiting.open()), explanation(waiting), tone(waiting), link, order);
    }

    private String explanation(Waiting waiting) {
        if (waiting.late() > 0) {
            return "%s lewat 3 × 24 jam".formatted(Formats.number(waiting.late()));
        }
        return waiting.nextDue() == null
                ? "tidak ada yang menunggu"
                : "paling dekat " + DeadlineText.of(new Deadline(waiting.nextDue(), null), clock.instant());
    }

    private Tone tone(Waiting waiting) {
        if (waiting.late() > 0) {
            return Tone.LATE;
        }
        return waiting.nextDue() == null
                ? Tone.NEUTRAL
                : DeadlineText.tone(new Deadline(waiting.nextDue(), null), clock.instant());
    }
}
