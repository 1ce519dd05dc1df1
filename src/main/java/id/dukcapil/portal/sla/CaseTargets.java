package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long the office may take for a case, as its procedure said when the case was opened ("Mutu Baku: Waktu"). A
 * procedure that is changed later does not change them.
 *
 * @param steps by number of the step; those of the applicant and those without a printed time are missing
 */
public record CaseTargets(Map<Integer, Duration> steps) {

    public CaseTargets {
        steps = Map.copyOf(steps);
    }

    /** The steps that the office carries out, each with the upper limit of its time. */
    public static CaseTargets of(ServiceStandard standard) {
        return new CaseTargets(standard.steps().stream()
                .filter(step -> !step.isApplicants())
                .filter(step -> step.time().isKnown())
                .collect(toMap(StandardStep::number, step -> step.time().limit().orElseThrow())));
    }

    /** For all visits to the step together; empty when the procedure sets no time for it. */
    public Optional<Duration> step(int number) {
        return Optional.ofNullable(steps.get(number));
    }

    /** For all steps of the office together; empty when none of them has a time. */
    public Optional<Duration> total() {
        return steps.values().stream().reduce(Duration::plus);
    }
}
