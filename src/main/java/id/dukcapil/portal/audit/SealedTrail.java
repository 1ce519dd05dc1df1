package id.dukcapil.portal.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A sealed trail, wherever it lies, as far as its verification reads it. */
interface SealedTrail {

    /** What was removed last after the retention period, if anything ever was. */
    Optional<Pruning> pruning();

    /** The batch sealed last. */
    Optional<Batch> lastBatch();

    /** Batches in the order of their numbers. */
    List<Batch> batches(long after, int limit);

    /** Rows in the order of their numbers, streamed. */
    void rows(long after, long last, Consumer<Sealed> each);

    /** Numbers of rows before the beginning of the chain or behind its end; there should be none. */
    List<Long> rowsOutside(int limit);
}
