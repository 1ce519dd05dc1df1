package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A written procedure (SOP) as the office signed it. Dates are kept as printed because some name only a month.
 *
 * @param slug stable name in addresses, for instance {@code bandung-28-2024}
 * @param sections numbered sentences by box; a box that is empty in the procedure is missing
 * @param printedTotal "Total Waktu" in minutes as printed
 * @param source the document the text was taken from
 * @param findings what does not add up in the document itself, as warnings; nothing of it is corrected
 */
public record ServiceStandard(
        String slug,
        StandardIdentity identity,
        String name,
        String regency,
        String agency,
        @Nullable String division,
        @Nullable String issued,
        @Nullable String revised,
        @Nullable String effective,
        @Nullable Approval approval,
        List<String> actors,
        Map<StandardSection, List<String>> sections,
        List<StandardStep> steps,
        @Nullable Integer printedTotal,
        String source,
        List<Finding> findings) {

    public ServiceStandard {
        actors = List.copyOf(actors);
        sections = Map.copyOf(sections);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    public List<String> section(StandardSection section) {
        return sections.getOrDefault(section, List.of());
    }

    /** The sum over the steps that have a time. */
    public TargetTime total() {
        return TargetTime.sum(steps.stream().map(StandardStep::time).toList());
    }

    public boolean totalsDiffer() {
        return printedTotal != null && !total().is(printedTotal);
    }

    ServiceStandard with(List<Finding> noticed) {
        return new ServiceStandard(
                slug,
                identity,
                name,
                regency,
                agency,
                division,
                issued,
                revised,
                effective,
                approval,
                actors,
                sections,
                steps,
                printedTotal,
                source,
                noticed);
    }
}
