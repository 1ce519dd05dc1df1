package id.dukcapil.portal.population.importing;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The last phase of an import: what was accepted goes into the register. */
@Component
class ImportWriting {

    private final RegisterMerge register;
    private final ImportCheckpoints checkpoints;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportWriting(RegisterMerge register, ImportCheckpoints checkpoints, TransactionTemplate transaction, Clock clock) {
        this.register = register;
        this.checkpoints = checkpoints;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Writes on from the last complete step.
     *
     * @param step rows of one transaction
     * @param stop asked between two steps
     * @return false when it stopped before the end
     */
    boolean write(ImportEntry entry, int step, BooleanSupplier stop) {
        ImportId id = entry.id();
        int last = Math.max(1, register.lastLine(id));
        int from = checkpoints.of(id).writtenTo();
        for (int to = register.nextStep(id, from, step); to > from; to = register.nextStep(id, from, step)) {
            if (stop.getAsBoolean()) {
                return false;
            }
            int begin = from;
            int end = to;
            transaction.executeWithoutResult(status -> {
                var effects = register.merge(id, begin, end, entry.dryRun(), clock.instant());
                checkpoints.written(id, begin, end, effects, ImportPhase.WRITING.percent(end / (double) last));
            });
            from = to;
        }
        return true;
    }
}
