package id.dukcapil.portal.sla;

import id.dukcapil.portal.sla.validity.StepTimeRows;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of written procedures, to be read by everybody in the office. */
@Service
@PreAuthorize("hasAuthority('STANDARD_READ')")
@Transactional(readOnly = true)
public class ServiceStandards {

    private final FiledStandards filed;
    private final StepTimeRows times;
    private final Organisation organisation;
    private final Clock clock;

    ServiceStandards(FiledStandards filed, StepTimeRows times, Organisation organisation, Clock clock) {
        this.filed = filed;
        this.times = times;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** In the order of the shelf. */
    public List<StandardSummary> list() {
        return filed.summaries();
    }

    /** The whole procedure with what does not add up in it; empty when there is none under that slug. */
    public Optional<ServiceStandard> find(String slug) {
        return filed.find(slug)
                .map(standard -> standard.with(StandardFindings.of(standard, filed.sharingTheNumberOf(slug))));
    }

    /** What the steps of the office may take today where no office has a time of its own; cases keep what they began with. */
    public CaseTargets targets(ServiceStandard standard) {
        return new CaseTargets(times.of(standard.slug())
                .on(null, organisation.today(clock), CaseTargets.of(standard).steps()));
    }
}
