package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DueTime;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.BarTable.Bar;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.submission.InboxDues;
import id.dukcapil.portal.submission.InboxFilter;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.InboxRow;
import id.dukcapil.portal.submission.SubmissionInbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Requests for a Kartu Keluarga: those the person holds, the latest ones one by one and the others as one row, for people
 * who work on them; how many are in each queue for all who may see them.
 */
@Component
@Order(20)
class InboxDesk implements DeskContribution {

    /** So many of a queue have a row of their own. */
    private static final int ROWS = 3;

    private final SubmissionInbox inbox;
    private final InboxDues dues;
    private final CurrentStaff staff;

    InboxDesk(SubmissionInbox inbox, InboxDues dues, CurrentStaff staff) {
        this.inbox = inbox;
        this.dues = dues;
        this.staff = staff;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.SUBMISSION_READ)) {
            return;
        }
        Map<InboxQueue, Integer> counts = inbox.counts();
        desk.drawing(drawing(counts));
        if (staff.may(Permission.SUBMISSION_CHECK) || staff.may(Permission.SUBMISSION_VERIFY)) {
            addCases(desk, InboxQueue.MINE, "Lanjutkan", counts);
            addCases(desk, InboxQueue.LATE, "Kerjakan", counts);
            addQueue(desk, InboxQueue.NEW, counts, Urgency.TODAY, "permohonan KK baru di antrean", "Buka antrean");
        }
    }

    private void addCases(Desk desk, InboxQueue queue, String action, Map<InboxQueue, Integer> counts) {
        List<InboxRow> rows = inbox.page(InboxFilter.of(queue), null, 0, ROWS);
        Map<?, DueTime> times = dues.of(rows);
        for (InboxRow row : rows) {
            Optional<DueTime> time = Optional.ofNullable(times.get(row.number()));
            boolean late = time.filter(DueTime::isLate).isPresent();
            var work = new UrgentWork(
                    late ? Urgency.LATE : Urgency.NOW,
                    row.due(),
                    "Permohonan KK " + row.applicantName(),
                    "%s · %s".formatted(row.number(), row.status().label()),
                    time.map(DueTime::text).orElse(""),
                    time.map(DueTime::tone).orElse(Tone.NEUTRAL),
                    action,
                    SubmissionNavigation.request(row.number()));
            // One that is held and late is in both queues
            if (desk.work().stream().noneMatch(known -> known.link().equals(work.link()))) {
                desk.urgent(work);
            }
        }
        if (counts.getOrDefault(queue, 0) > ROWS) {
            String title = queue == InboxQueue.MINE ? "permohonan KK saya pegang" : "permohonan KK terlambat";
            addQueue(desk, queue, counts, queue == InboxQueue.LATE ? Urgency.LATE : Urgency.NOW, title, "Lihat semua");
        }
    }

    private static void addQueue(
            Desk desk,
            InboxQueue queue,
            Map<InboxQueue, Integer> counts,
            Urgency urgency,
            String title,
            String action) {
        int count = counts.getOrDefault(queue, 0);
        if (count > 0) {
            desk.urgent(new UrgentWork(
                    urgency,
                    null,
                    "%s %s".formatted(InboxTabs.text(count), title),
                    "Kotak masuk, yang jatuh tempo lebih dahulu di atas",
                    "",
                    Tone.NEUTRAL,
                    action,
                    SubmissionNavigation.inbox(queue)));
        }
    }

    private static Sheet drawing(Map<InboxQueue, Integer> counts) {
        List<Bar> bars = Stream.of(InboxQueue.NEW, InboxQueue.RETURNED, InboxQueue.LATE)
                .map(queue -> bar(queue, counts.getOrDefault(queue, 0)))
                .toList();
        return new Sheet("Permohonan KK", new BarTable("Antrean", "Jumlah", bars)).note("sekarang");
    }

    private static Bar bar(InboxQueue queue, int count) {
        Tone tone = queue == InboxQueue.LATE ? Tone.LATE : Tone.NEUTRAL;
        return new Bar(queue.label(), count, null, InboxTabs.text(count), SubmissionNavigation.inbox(queue), tone);
    }
}
