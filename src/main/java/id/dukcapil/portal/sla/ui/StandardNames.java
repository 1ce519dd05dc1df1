package id.dukcapil.portal.sla.ui;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.sla.ServiceStandard;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.StandardStep;
import id.dukcapil.portal.sla.StandardSummary;
import id.dukcapil.portal.sla.stay.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What procedures and their steps are called while one page is shown. */
final class StandardNames {

    private static final int SHORT = 44;

    private final ServiceStandards standards;
    private final Map<String, String> names;
    private final Map<String, Optional<ServiceStandard>> read = new HashMap<>();

    StandardNames(ServiceStandards standards) {
        this.standards = standards;
        names = standards.list().stream()
                .collect(toMap(StandardSummary::slug, StandardSummary::name, (first, second) -> first));
    }

    List<String> slugs() {
        return standards.list().stream().map(StandardSummary::slug).toList();
    }

    String of(String slug) {
        return names.getOrDefault(slug, slug);
    }

    List<StandardStep> steps(String slug) {
        return read.computeIfAbsent(slug, standards::find)
                .map(ServiceStandard::steps)
                .orElse(List.of());
    }

    Optional<StandardStep> step(String slug, int number) {
        return steps(slug).stream().filter(step -> step.number() == number).findFirst();
    }

    /** "6 Operator memeriksa …" */
    String step(Answer.StepKey key) {
        String words = step(key.standard(), key.step())
                .map(StandardStep::description)
                .orElse("");
        String cut = words.length() <= SHORT ? words : words.substring(0, words.lastIndexOf(' ', SHORT)) + " …";
        return "%d %s".formatted(key.step(), key.forOffice() ? cut : "(menunggu pemohon)").strip();
    }

    /** Seconds that the procedure gives the step. */
    @Nullable
    Integer target(Answer.StepKey key) {
        return key.forOffice()
                ? step(key.standard(), key.step())
                        .flatMap(step -> step.time().limit())
                        .map(limit -> (int) limit.toSeconds())
                        .orElse(null)
                : null;
    }
}
