package id.dukcapil.portal.common;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case is due at other instants than was known: after a move, or because the hours of its office have changed.
 * Published inside that transaction, so that the module that leads the process can keep the instants with its case and
 * sort by them.
 *
 * @param step when the target of the present step is used up; none when it has none or the clock of the office stands
 * @param whole the same for all steps of the office together
 * @param stepTarget working time allowed in the present step; none when it has no target
 */
public record CaseDue(
        UUID caseId,
        @Nullable Instant step,
        @Nullable Instant whole,
        @Nullable Duration stepTarget) {}
