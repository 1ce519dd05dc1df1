package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Cases of December 2026 that go to and fro between the steps of a procedure, with breakdowns at any time. */
class CaseStories extends DomainContextBase {

    private static final Instant FIRST = Instant.parse("2026-12-16T01:00:00Z");

    private record Stay(int step, WaitingFor waitingFor, Duration length) {}

    @Provide
    Arbitrary<CaseHistory> histories() {
        return Combinators.combine(
                        minutes(5 * 24 * 60),
                        stays().list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.of(true, false),
                        pauses().list().ofMaxSize(3))
                .as((begin, stays, ended, pauses) -> new CaseHistory(inARow(FIRST.plus(begin), stays, ended), pauses));
    }

    @Provide
    Arbitrary<CaseTargets> targets() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(6, 9), minutes(600).filter(time -> !time.isZero()))
                .map(CaseTargets::new);
    }

    private static List<CaseInterval> inARow(Instant begin, List<Stay> stays, boolean ended) {
        var intervals = new ArrayList<CaseInterval>();
        Instant from = begin;
        for (int index = 0; index < stays.size(); index++) {
            Stay stay = stays.get(index);
            Instant to = from.plus(stay.length());
            boolean running = index == stays.size() - 1 && !ended;
            intervals.add(new CaseInterval(stay.step(), stay.waitingFor(), from, running ? null : to));
            from = to;
        }
        return intervals;
    }

    private static Arbitrary<Stay> stays() {
        return Combinators.combine(
                        Arbitraries.integers().between(6, 9),
                        Arbitraries.frequency(Tuple.of(3, WaitingFor.OFFICE), Tuple.of(1, WaitingFor.APPLICANT)),
                        minutes(2 * 24 * 60))
                .as(Stay::new);
    }

    private static Arbitrary<ClockPause> pauses() {
        return Combinators.combine(
                        minutes(14 * 24 * 60),
                        minutes(24 * 60),
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as((begin, length, ended) -> {
                    Instant from = FIRST.plus(begin);
                    return new ClockPause(from, ended ? from.plus(length) : null, "Jaringan terputus");
                });
    }

    private static Arbitrary<Duration> minutes(int most) {
        return Arbitraries.longs().between(0, most).map(Duration::ofMinutes);
    }
}
