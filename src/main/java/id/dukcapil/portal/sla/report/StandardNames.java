package id.dukcapil.portal.sla.report;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.sla.CaseTargets;
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

/** What procedures and their steps are called while one page or paper is made. */
public final class StandardNames {

    private static final int SHORT = 44;

    private final ServiceStandards standards;
    private final Map<String, String> names;
    private final Map<String, Optional<ServiceStandard>> read = new HashMap<>();
    private final Map<String, CaseTargets> targets = new HashMap<>();

    public StandardNames(ServiceStandards standards) {
        this.standards = standards;
        names = standards.list().stream()
                .collect(toMap(StandardSummary::slug, StandardSummary::shortName, (first, second) -> first));
    }

    public List<String> slugs() {
        return standards.list().stream().map(StandardSummary::slug).toList();
    }

    /** Its short name; the page of the procedure has the whole one. */
    public String of(String slug) {
        return names.getOrDefault(slug, slug);
    }

    private static String cut(String words, int most) {
        int gap = words.lastIndexOf(' ', most);
        return words.length() <= most || gap < 0 ? words : words.substring(0, gap) + " …";
    }

    public List<StandardStep> steps(String slug) {
        return read.computeIfAbsent(slug, standards::find)
                .map(ServiceStandard::steps)
                .orElse(List.of());
    }

    public Optional<StandardStep> step(String slug, int number) {
        return steps(slug).stream().filter(step -> step.number() == number).findFirst();
    }

    /** "6 Operator memeriksa …" */
    public String step(Answer.StepKey key) {
        String words =
                step(key.standard(), key.step()).map(StandardStep::description).orElse("");
        return "%d %s"
                .formatted(key.step(), key.forOffice() ? cut(words, SHORT) : "(menunggu pemohon)")
                .strip();
    }

    /** Seconds that the step may take today. */
    public @Nullable Integer target(Answer.StepKey key) {
        return key.forOffice()
                ? targets.computeIfAbsent(
                                key.standard(),
                                slug -> standards
                                        .find(slug)
                                        .map(standards::targets)
                                        .orElse(new CaseTargets(Map.of())))
                        .step(key.step())
                        .map(limit -> (int) limit.toSeconds())
                        .orElse(null)
                : null;
    }
}
