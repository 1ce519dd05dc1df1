package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.RowCheck.Misfit;
import id.dukcapil.portal.audit.TrailRows.Unsealed;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the trail can be believed: what the last verification found, a new one, and a single row looked at now. */
@Service
@PreAuthorize("hasAuthority('AUDIT_READ')")
public class TrailIntegrity {

    /** A verification that gave no sign of life for so long was cut short. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    /** How a row stands. */
    public enum Seal {
        WAITING,
        INTACT,
        /** Sealed as a row that the portal did not write. */
        FOREIGN,
        BROKEN;

        /** The seal of a row about which a verification found these. */
        public static Seal ofRowWith(List<Damage> damages) {
            if (damages.isEmpty()) {
                return INTACT;
            }
            return damages.stream().allMatch(damage -> damage.kind().isOfOrigin()) ? FOREIGN : BROKEN;
        }
    }

    private final VerificationRuns runs;
    private final TrailRows rows;
    private final SealingKeys keys;
    private final AuditSettings settings;
    private final VerificationJob job;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrailIntegrity(
            VerificationRuns runs,
            TrailRows rows,
            SealingKeys keys,
            AuditSettings settings,
            VerificationJob job,
            CurrentStaff staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.keys = keys;
        this.settings = settings;
        this.job = job;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** Has the whole trail verified in the background; whoever asks while one is running gets that one. */
    @Transactional
    public UUID start() {
        Optional<VerificationRun> running = running();
        if (running.isPresent()) {
            return running.get().id();
        }
        UUID run = runs.request(staff.require().fullName());
        events.publishEvent(AuditEvent.of("Jejak audit", "Pemeriksaan keutuhan", "Pemeriksaan dimulai"));
        job.schedule(run);
        return run;
    }

    /** The verification that is going on now. */
    public Optional<VerificationRun> running() {
        Instant stillAlive = clock.instant().minus(SILENCE);
        return runs.latest()
                .filter(run -> !run.isFinished() && run.progressedAt().isAfter(stillAlive));
    }

    /** How many rows wait for their seal, once that takes so long that something must be wrong. */
    public long waitingTooLong() {
        Instant late = clock.instant().minus(settings.alarmAfter());
        return rows.unsealed()
                .filter(unsealed -> unsealed.since().isBefore(late))
                .map(Unsealed::rows)
                .orElse(0L);
    }

    /** The last one that came to an end. */
    public Optional<VerificationRun> latestResult() {
        return runs.latestResult();
    }

    public List<VerificationRun> newest(int count) {
        return runs.newest(count);
    }

    /** Recomputes the batch of a row now. */
    @Transactional(readOnly = true)
    public Seal sealOf(TrailEntry entry) {
        if (!entry.isSealed()) {
            return Seal.WAITING;
        }
        return rows.batchOf(entry.number())
                .filter(batch -> batch.isSignedBy(keys))
                .map(batch -> sealOf(batch, entry.number()))
                .orElse(Seal.BROKEN);
    }

    private Seal sealOf(Batch batch, long row) {
        @Nullable ChainEnd before = endBefore(batch);
        var damages = new ArrayList<Damage>();
        var misfits = new ArrayList<Misfit>();
        var check = new RowCheck(List.of(batch), before, damages::add, misfits::add);
        rows.rows(batch.firstRow() - 1, batch.lastRow(), check::accept);
        check.end();
        new MovedRows(misfits).report(damages::add);
        List<Damage> found =
                damages.stream().filter(damage -> damage.covers(row)).toList();
        return Seal.ofRowWith(found);
    }

    /** What the batch continues; null when that is gone or forged, and the first row cannot be told. */
    private @Nullable ChainEnd endBefore(Batch batch) {
        if (batch.number() == 1) {
            return ChainEnd.BEGINNING;
        }
        return rows.batch(batch.number() - 1)
                .filter(previous -> previous.isSignedBy(keys))
                .map(ChainEnd::of)
                .or(() -> rows.pruning()
                        .filter(pruning -> pruning.lastBatch() == batch.number() - 1 && pruning.isSignedBy(keys))
                        .map(ChainEnd::of))
                .orElse(null);
    }
}
