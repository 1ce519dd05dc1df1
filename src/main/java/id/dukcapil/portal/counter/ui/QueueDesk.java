package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.queue.CounterWork;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who waits in the hall of the own office, for those who call numbers. */
@Component
@Order(20)
class QueueDesk implements DeskContribution {

    private static final String LINK = "loket";

    private final CounterWork work;
    private final CurrentStaff staff;
    private final Clock clock;

    QueueDesk(CounterWork work, CurrentStaff staff, Clock clock) {
        this.work = work;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.COUNTER_SERVE) || work.services().isEmpty()) {
            return;
        }
        CounterWork.State state = work.state();
        int waiting = state.waiting().size();
        desk.figure(new Figure(
                "Menunggu dipanggil", Formats.number(waiting), work.office().name(), Tone.NEUTRAL, LINK));
        if (waiting > 0) {
            Ticket first = state.waiting().getFirst();
            desk.urgent(new UrgentWork(
                    Urgency.NOW,
                    first.firstArrival(),
                    "%s orang menunggu di ruangan".formatted(Formats.number(waiting)),
                    "berikutnya %s, datang %s yang lalu"
                            .formatted(
                                    first.label(),
                                    Formats.duration(Duration.between(first.firstArrival(), clock.instant()))),
                    "",
                    Tone.NEUTRAL,
                    state.desk() == null ? "Buka loket" : "Lanjutkan di loket",
                    LINK));
        }
        if (!state.leftOver().isEmpty()) {
            desk.urgent(new UrgentWork(
                    Urgency.TODAY,
                    null,
                    "%s nomor dari hari lalu belum diselesaikan"
                            .formatted(Formats.number(state.leftOver().size())),
                    "catat apakah orangnya dilayani",
                    "",
                    Tone.WARN,
                    "Selesaikan",
                    LINK));
        }
    }
}
