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
public final class StandardNames {

    private static final int SHORT = 44;
    private static final int BRIEF = 28;

    private final ServiceStandards standards;
    private final Map<String, String> names;
    private final Map<String, Optional<ServiceStandard>> read = new HashMap<>();

    public StandardNames(ServiceStandards standards) {
        this.standards = standards;
        names = standards.list().stream()
                .collect(toMap(StandardSummary::slug, StandardSummary::name, (first, second) -> first));
    }

    List<String> slugs() {
        return standards.list().stream().map(StandardSummary::slug).toList();
    }

    public String of(String slug) {
        return names.getOrDefault(slug, slug);
    }

    /** Its beginning, where there is little room. */
    public String brief(String slug) {
        return cut(of(slug), BRIEF);
    }

    private static String cut(String words, int most) {
        int gap = words.lastIndexOf(' ', most);
        return words.length() <= most || gap < 0 ? words : words.substring(0, gap) + " …";
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
        String words =
                step(key.standard(), key.step()).map(StandardStep::description).orElse("");
        return "%d %s"
                .formatted(key.step(), key.forOffice() ? cut(words, SHORT) : "(menunggu pemohon)")
                .strip();
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
