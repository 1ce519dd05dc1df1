package id.dukcapil.portal.visits.day;

import static id.dukcapil.portal.visits.VisitScenario.PLANNER;

import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.VisitScenario.Youth;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits that take place today, with their pupils. */
@TestComponent
public class DayScenario {

    private final VisitScenario given;
    private final Visits visits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DayScenario(VisitScenario given, Visits visits, TransactionTemplate transaction, Clock clock) {
        this.given = given;
        this.visits = visits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A published visit of a school of its own. @param pupils who are to be recorded, as far as the register has them */
    public VisitDetails today(int pupils) {
        return today(
                given.youths(
                        "birth_date BETWEEN '2008-01-01' AND '2010-10-01' AND recording_status = 'UNREGISTERED'",
                        pupils),
                pupils);
    }

    /** @param pupils filled up with pupils whom the register does not know */
    public VisitDetails today(List<Youth> known, int pupils) {
        String npsn = given.school();
        var lines = new ArrayList<String>();
        for (int i = 0; i < pupils; i++) {
            String nisn = "00%s%05d".formatted(npsn.substring(5), i);
            lines.add(
                    i < known.size()
                            ? known.get(i).line(nisn)
                            : "SISWA %03d;%s;;L;2010-01-0%d;XII-%d".formatted(i, nisn, 1 + i % 9, 1 + i / 40));
        }
        given.list(npsn, lines);
        given.resources();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        return given.as(PLANNER, () -> {
            VisitDetails draft = visits.plan(npsn, today, 1);
            visits.agree(draft.number(), draft.version());
            var wanted = new Visits.Wanted(today, 1, "U1", "U1", Set.of("U1", "U2"), Set.of(), null);
            VisitDetails arranged = transaction.execute(status -> visits.arrange(
                            draft.number(),
                            visits.find(draft.number()).orElseThrow().version(),
                            wanted,
                            "")
                    .orElseThrow());
            return visits.publish(
                            draft.number(), Objects.requireNonNull(arranged).version())
                    .orElseThrow();
        });
    }
}
