package id.dukcapil.portal.operations;

import id.dukcapil.portal.common.BackgroundJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A background job and how it is doing.
 *
 * @param scheduled how many runs are in the scheduler's book: one of a recurring job, one per task of the others
 * @param nextRun the earliest of them
 * @param failuresInARow of the run that failed most often
 * @param failedRows how many rows it could not deal with and will try again
 */
public record JobStatus(
        BackgroundJob job,
        JobState state,
        int scheduled,
        @Nullable Instant nextRun,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        int failuresInARow,
        int failedRows) {}
