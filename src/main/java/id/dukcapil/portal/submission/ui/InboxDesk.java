package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DeskCard;
import id.dukcapil.portal.common.ui.DeskContribution;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.SubmissionInbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the inbox puts on a person's desk: what waits, what is late, what the person holds. */
@Component
class InboxDeskCards implements DeskContribution {

    private final SubmissionInbox inbox;
    private final CurrentStaff staff;

    InboxDeskCards(SubmissionInbox inbox, CurrentStaff staff) {
        this.inbox = inbox;
        this.staff = staff;
    }

    @Override
    public List<DeskCard> cards() {
        if (!staff.may(Permission.SUBMISSION_READ)) {
            return List.of();
        }
        Map<InboxQueue, Integer> counts = inbox.counts();
        var cards = new ArrayList<DeskCard>();
        cards.add(card("Permohonan KK menunggu", InboxQueue.NEW, counts, "baru di antrean", Tone.NEUTRAL, 5));
        int late = counts.getOrDefault(InboxQueue.LATE, 0);
        cards.add(card(
                "Permohonan KK terlambat",
                InboxQueue.LATE,
                counts,
                late == 0 ? "semua masih dalam waktunya" : "lewat waktu standar pelayanan",
                late == 0 ? Tone.NEUTRAL : Tone.LATE,
                6));
        if (counts.getOrDefault(InboxQueue.MINE, 0) > 0) {
            cards.add(card("Saya pegang", InboxQueue.MINE, counts, "permohonan KK", Tone.INFO, 7));
        }
        return cards;
    }

    private static DeskCard card(
            String title, InboxQueue queue, Map<InboxQueue, Integer> counts, String explanation, Tone tone, int order) {
        return new DeskCard(
                title,
                InboxTabs.text(counts.getOrDefault(queue, 0)),
                explanation,
                tone,
                SubmissionNavigation.inbox(queue),
                order);
    }
}
