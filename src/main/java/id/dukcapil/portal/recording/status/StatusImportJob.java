package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.table.UnreadableTable;
import id.dukcapil.portal.platform.JobQueue;
import id.dukcapil.portal.platform.OneOffJob;
import id.dukcapil.portal.staff.ActingSystem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Carries out each import of statuses, from where the last run came to. */
@Component
class StatusImportJob extends OneOffJob {

    private final StatusImportRun run;
    private final ActingSystem system;

    StatusImportJob(StatusImportRun run, ActingSystem system, JobQueue queue, Clock clock) {
        super(
                "recording-status-import",
                "Mengimpor status KTP-el dari pusat",
                "segera setelah berkas diterima",
                5,
                Duration.ofSeconds(30),
                queue,
                clock);
        this.run = run;
        this.system = system;
    }

    void schedule(UUID id) {
        schedule(id.toString());
    }

    @Override
    protected Optional<Duration> carryOut(String work, BooleanSupplier stopAsked) {
        boolean[] done = {false};
        system.with(Set.of(Permission.RECORDING_STATUS), () -> {
            try {
                done[0] = run.goOn(UUID.fromString(work), stopAsked);
            } catch (UnreadableTable | InvalidInput unreadable) {
                run.end(UUID.fromString(work), String.valueOf(unreadable.getMessage()));
                done[0] = true;
            }
        });
        return done[0] ? OVER : GO_ON;
    }

    @Override
    protected void giveUp(String work, Throwable cause) {
        run.end(UUID.fromString(work), "Impor terhenti karena gangguan; unggah berkasnya sekali lagi.");
    }
}
