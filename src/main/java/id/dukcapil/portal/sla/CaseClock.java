package id.dukcapil.portal.sla;

import static id.dukcapil.portal.common.WaitingFor.APPLICANT;
import static id.dukcapil.portal.common.WaitingFor.OFFICE;
import static java.util.stream.Collectors.joining;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.sla.ClockReading.State;
import id.dukcapil.portal.sla.stay.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time of one case from where it stayed and when. Nothing is counted down: every reading starts from the
 * stays, so a pause or a holiday that becomes known later is seen by the next reading.
 *
 * <p>Only working time of the office counts against a target, and not while a pause holds; a pause at night or during
 * the rest therefore changes nothing. While the applicant has to act, calendar time is noted on his side.
 */
public final class CaseClock {

    private final CaseHistory history;
    private final CaseTargets targets;
    private final Instant now;
    private final WorkingTime open;
    private final WorkingTime counted;

    private CaseClock(CaseHistory history, CaseTargets targets, WorkingTime office, Instant now) {
        this.history = history;
        this.targets = targets;
        this.now = now;
        this.open = office;
        this.counted = office.without(
                history.pauses().stream().map(pause -> pause.knownAt(now)).toList());
    }

    /** @param office the working time of the office that has the case */
    public static ClockReading read(CaseHistory history, CaseTargets targets, WorkingTime office, Instant now) {
        return new CaseClock(history, targets, office, now).reading();
    }

    /**
     * What is over of a case, for figures: its stays and, when it has ended, the whole of it.
     *
     * @param officers who ended each of the stays that are over
     */
    static List<Stay> over(
            UUID id,
            CaseBook.FollowedCase one,
            List<@Nullable UUID> officers,
            CaseHistory history,
            CaseTargets targets,
            WorkingTime office) {
        List<CaseInterval> over =
                history.intervals().stream().filter(stay -> !stay.isRunning()).toList();
        var stays = new ArrayList<Stay>();
        if (over.isEmpty()) {
            return stays;
        }
        Instant end = over.getLast().endAt(Instant.MAX);
        var clock = new CaseClock(history, targets, office, end);
        var spent = new HashMap<Integer, Duration>();
        for (int i = 0; i < over.size(); i++) {
            CaseInterval stay = over.get(i);
            boolean forOffice = stay.waitsFor(OFFICE);
            Duration worked = forOffice ? clock.work(List.of(stay), clock.counted) : clock.citizen(List.of(stay));
            Duration inStep = forOffice ? spent.merge(stay.step(), worked, Duration::plus) : Duration.ZERO;
            Duration target = forOffice ? targets.step(stay.step()).orElse(null) : null;
            stays.add(new Stay(
                    id,
                    one.standard(),
                    stay.step(),
                    one.office(),
                    officers.get(i),
                    forOffice,
                    office.onItsClocks(stay.from()).truncatedTo(ChronoUnit.SECONDS),
                    office.onItsClocks(stay.endAt(end)).truncatedTo(ChronoUnit.SECONDS),
                    (int) worked.toSeconds(),
                    target == null ? null : (int) target.toSeconds(),
                    target != null && inStep.compareTo(target) > 0,
                    null));
        }
        if (over.size() == history.intervals().size()) {
            stays.add(clock.whole(stays));
        }
        return stays;
    }

    private Stay whole(List<Stay> stays) {
        Stay first = stays.getFirst();
        ClockReading reading = reading();
        Duration target = reading.target();
        String path = stays.stream().map(stay -> String.valueOf(stay.step())).collect(joining("-"));
        return new Stay(
                first.caseId(),
                first.standard(),
                Stay.WHOLE_CASE,
                first.office(),
                null,
                true,
                first.began(),
                stays.getLast().ended(),
                (int) reading.spent().toSeconds(),
                target == null ? null : (int) target.toSeconds(),
                reading.isBreached(),
                path.length() <= Stay.LONGEST_PATH ? path : path.substring(0, Stay.LONGEST_PATH));
    }

    private ClockReading reading() {
        List<StepReading> steps = history.intervals().stream()
                .map(CaseInterval::step)
                .distinct()
                .map(this::step)
                .toList();
        Duration target = targets.total().orElse(null);
        return new ClockReading(
                state(),
                history.present().map(CaseInterval::step).orElse(null),
                steps,
                target,
                usedUp(history.intervals(), target));
    }

    private StepReading step(int number) {
        List<CaseInterval> stays = history.intervals().stream()
                .filter(stay -> stay.step() == number)
                .toList();
        Duration spent = work(stays, counted);
        Duration target = targets.step(number).orElse(null);
        return new StepReading(
                number, spent, work(stays, open).minus(spent), citizen(stays), target, usedUp(stays, target));
    }

    private State state() {
        return history.present()
                .map(stay -> switch (stay.waitingFor()) {
                    case OFFICE ->
                        history.pauses().stream().anyMatch(pause -> pause.holdsAt(now)) ? State.PAUSED : State.RUNNING;
                    case APPLICANT -> State.WITH_APPLICANT;
                    case NOBODY -> State.ENDED;
                })
                .orElse(State.ENDED);
    }

    private Duration work(List<CaseInterval> stays, WorkingTime time) {
        return stays.stream()
                .filter(stay -> stay.waitsFor(OFFICE))
                .map(stay -> time.between(stay.from(), stay.endAt(now)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Duration citizen(List<CaseInterval> stays) {
        return stays.stream()
                .filter(stay -> stay.waitsFor(APPLICANT))
                .map(stay -> Duration.between(stay.from(), stay.endAt(now)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When these stays have or will have used up the target, if the case stays where it is. */
    private @Nullable Instant usedUp(List<CaseInterval> stays, @Nullable Duration target) {
        if (target == null) {
            return null;
        }
        Duration left = target;
        for (CaseInterval stay :
                stays.stream().filter(stay -> stay.waitsFor(OFFICE)).toList()) {
            Duration spent = counted.between(stay.from(), stay.endAt(now));
            if (spent.compareTo(left) >= 0 || stay.isRunning() && !standsStill()) {
                return counted.after(stay.from(), left).orElse(null);
            }
            left = left.minus(spent);
        }
        return null;
    }

    /** Nobody knows when work goes on. */
    private boolean standsStill() {
        return history.pauses().stream().anyMatch(pause -> pause.isOpenEnded() && pause.holdsAt(now));
    }
}
