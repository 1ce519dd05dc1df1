package id.dukcapil.portal.audit;

import id.dukcapil.portal.platform.JobQueue;
import id.dukcapil.portal.platform.OneOffJob;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Verifies the trail when asked to. */
@Component
class VerificationJob extends OneOffJob {

    private final VerificationRuns runs;

    VerificationJob(VerificationRuns runs, JobQueue queue, Clock clock) {
        super(
                "audit-verify-now",
                "Memeriksa keutuhan jejak audit atas permintaan",
                "bila diminta di Jejak audit",
                500,
                Duration.ofMinutes(5),
                queue,
                clock);
        this.runs = runs;
    }

    /** In the transaction of the request. */
    void schedule(UUID run) {
        schedule(run.toString());
    }

    @Override
    protected Optional<Duration> carryOut(String work, BooleanSupplier stopAsked) {
        runs.run(UUID.fromString(work));
        return OVER;
    }

    @Override
    protected void giveUp(String work, Throwable cause) {
        runs.fail(UUID.fromString(work));
    }
}
