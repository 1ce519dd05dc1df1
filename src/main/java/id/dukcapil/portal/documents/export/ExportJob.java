package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.platform.JobQueue;
import id.dukcapil.portal.platform.OneOffJob;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Writes each export, one turn of it after the other. */
@Component
@EnableConfigurationProperties(ExportSettings.class)
class ExportJob extends OneOffJob {

    private static final Optional<Duration> WHEN_A_PLACE_MAY_BE_FREE = Optional.of(Duration.ofSeconds(1));

    private final ExportRun run;
    private final ExportRecords records;
    private final ExportFiles files;

    ExportJob(ExportRun run, ExportRecords records, ExportFiles files, JobQueue queue, Clock clock) {
        super(
                "documents-export",
                "Membuat berkas ekspor daftar",
                "segera setelah diminta",
                3,
                Duration.ofSeconds(20),
                queue,
                clock);
        this.run = run;
        this.records = records;
        this.files = files;
    }

    /** In the transaction of whoever asks. */
    void schedule(ExportId id, int turn) {
        schedule(id + "-" + turn);
    }

    @Override
    protected Optional<Duration> carryOut(String work, BooleanSupplier stopAsked) {
        return switch (run.run(idOf(work), turnOf(work), stopAsked)) {
            case OVER -> OVER;
            case NO_PLACE -> WHEN_A_PLACE_MAY_BE_FREE;
            case STOPPED -> GO_ON;
        };
    }

    @Override
    protected void noteTrouble(String work, Throwable cause) {
        records.noteTrouble(idOf(work), ExportTrouble.sentence(cause) + " Dicoba lagi otomatis.");
    }

    @Override
    protected void giveUp(String work, Throwable cause) {
        files.remove(idOf(work));
        records.fail(idOf(work), ExportTrouble.sentence(cause));
    }

    private static ExportId idOf(String work) {
        return ExportId.parse(work.substring(0, work.lastIndexOf('-'))).orElseThrow();
    }

    private static int turnOf(String work) {
        return Integer.parseInt(work.substring(work.lastIndexOf('-') + 1));
    }
}
