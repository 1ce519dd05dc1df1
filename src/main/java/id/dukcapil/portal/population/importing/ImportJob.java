package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.platform.JobQueue;
import id.dukcapil.portal.platform.OneOffJob;
import id.dukcapil.portal.staff.ActingSystem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Carries out each import, from where the last run came to. */
@Component
class ImportJob extends OneOffJob {

    private final ImportRun run;
    private final ImportRecords records;
    private final ActingSystem system;

    ImportJob(ImportRun run, ImportRecords records, ActingSystem system, JobQueue queue, Clock clock) {
        super(
                "population-import",
                "Mengimpor data penduduk",
                "segera setelah impor dimulai",
                5,
                Duration.ofSeconds(30),
                queue,
                clock);
        this.run = run;
        this.records = records;
        this.system = system;
    }

    /** In the transaction of whoever starts the import. */
    void schedule(ImportId id) {
        schedule(id.toString());
    }

    /** @return whether the import needs no further run */
    boolean goOn(ImportId id, BooleanSupplier stopAsked) {
        boolean[] done = {false};
        system.with(Set.of(), () -> done[0] = run.goOn(id, stopAsked));
        return done[0];
    }

    @Override
    protected Optional<Duration> carryOut(String work, BooleanSupplier stopAsked) {
        return goOn(idOf(work), stopAsked) ? OVER : GO_ON;
    }

    @Override
    protected void noteTrouble(String work, Throwable cause) {
        records.noteTrouble(idOf(work), Trouble.sentence(cause) + " Dicoba lagi otomatis.");
    }

    @Override
    protected void giveUp(String work, Throwable cause) {
        system.with(Set.of(), () -> run.giveUp(idOf(work), Trouble.sentence(cause)));
    }

    private static ImportId idOf(String work) {
        return new ImportId(Long.parseLong(work));
    }
}
