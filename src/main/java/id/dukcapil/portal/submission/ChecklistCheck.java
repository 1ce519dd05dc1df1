package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Nothing passes on before everything on its checklist has been looked at. */
@Component
class ChecklistCheck implements PassingCheck {

    private final Ticks ticks;

    ChecklistCheck(Ticks ticks) {
        this.ticks = ticks;
    }

    @Override
    public List<Finding> findings(SubmissionDetails submission) {
        Checklist checklist = ticks.of(submission);
        if (checklist.isComplete()) {
            return List.of();
        }
        String open = checklist.items().stream()
                .filter(item -> item.tick() == null)
                .map(Checklist.Item::text)
                .collect(Collectors.joining("; "));
        return List.of(Finding.error("checklist", "Daftar periksa belum lengkap: %s.".formatted(open)));
    }
}
