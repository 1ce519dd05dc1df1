package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.CaseFigures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the clock of a case for whoever shows the case. */
@Component
class CaseReadings implements CaseFigures {

    private final CaseBook book;
    private final FiledStandards standards;
    private final WorkingTimes workingTimes;
    private final Clock clock;

    CaseReadings(CaseBook book, FiledStandards standards, WorkingTimes workingTimes, Clock clock) {
        this.book = book;
        this.standards = standards;
        this.workingTimes = workingTimes;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Figures> of(UUID caseId) {
        return book.find(caseId).map(one -> figures(caseId, one));
    }

    private Figures figures(UUID caseId, CaseBook.FollowedCase one) {
        Instant now = clock.instant();
        WorkingTime office = workingTimes.of(one.office());
        CaseHistory history = book.history(caseId, one.office());
        ClockReading reading = CaseClock.read(history, book.targets(caseId), office, now);
        Map<Integer, String> names = names(one.standard());
        return new Figures(
                state(reading.state()),
                measure(reading.spent(), reading.paused(), reading.citizen(), reading.target(), reading.due()),
                reading.steps().stream()
                        .map(step -> new Step(
                                step.step(),
                                names.getOrDefault(step.step(), ""),
                                measure(step.spent(), step.paused(), step.citizen(), step.target(), step.due())))
                        .toList(),
                reading.presentStep());
    }

    private static Measure measure(
            Duration spent, Duration paused, Duration citizen, @Nullable Duration target, @Nullable Instant due) {
        return new Measure(spent, paused, citizen, target, due, target == null ? null : target.minus(spent));
    }

    private static ClockState state(ClockReading.State state) {
        return switch (state) {
            case RUNNING -> ClockState.RUNNING;
            case PAUSED -> ClockState.PAUSED;
            case WITH_APPLICANT -> ClockState.WITH_APPLICANT;
            case ENDED -> ClockState.ENDED;
        };
    }

    private Map<Integer, String> names(String standard) {
        return standards.find(standard).stream()
                .flatMap(found -> found.steps().stream())
                .collect(toMap(StandardStep::number, StandardStep::description, (first, second) -> first));
    }
}
