package id.dukcapil.portal.sla;

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

    ServiceStandards(FiledStandards filed) {
        this.filed = filed;
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
}
