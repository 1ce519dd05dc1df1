package id.dukcapil.portal.documents.export;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.platform.RecurringWork;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Deletes the files of exports whose time is up, forgets what was filtered for, and sweeps up what nobody knows of. */
@Component
class ExportExpiry {

    static final String TASK = "documents-export-expiry";

    private final ExportRecords records;
    private final ExportFiles files;
    private final RecurringWork work;

    ExportExpiry(ExportRecords records, ExportFiles files, RecurringWork work) {
        this.records = records;
        this.files = files;
        this.work = work;
    }

    /** The file goes first: a row that stays behind is found again, a file that stays behind would not be. */
    void run() {
        work.rows(TASK, "Menghapus berkas ekspor", records::outlived).each(id -> {
            files.remove(id);
            records.expire(id);
        });
        sweep();
    }

    private void sweep() {
        for (ExportId id : files.present()) {
            Optional<ExportEntry> entry = records.find(id);
            boolean wanted = entry.filter(known -> known.status() == ExportStatus.READY
                            || known.status().underWay())
                    .isPresent();
            if (!wanted) {
                files.remove(id);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> expireExports(ExportExpiry expiry) {
            return Tasks.recurring(TASK, Schedules.fixedDelay(Duration.ofMinutes(10)))
                    .execute((instance, context) -> expiry.run());
        }

        @Bean
        BackgroundJob expireExportsJob() {
            return new BackgroundJob(
                    TASK, "Menghapus berkas ekspor yang habis masa simpannya", "setiap 10 menit", true);
        }
    }
}
