package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the files of exports whose time is up, forgets what was filtered for, and sweeps up what nobody knows of. */
@Component
class ExportExpiry {

    static final String TASK = "documents-export-expiry";

    private static final String ENDED =
            "status NOT IN ('QUEUED', 'RUNNING') AND parameters IS NULL AND finished_at < :moment";

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

    /** The files are gone within a day; this is the list of what was once taken along, which the audit trail has as well. */
    @Bean
    Retention exportRetention(JdbcClient jdbc) {
        return new Retention(
                "export",
                "Daftar unduhan pegawai",
                "baris di halaman Unduhan dihapus (berkasnya sudah dihapus jauh sebelumnya); jejak audit tetap",
                "dibutuhkan hanya agar pegawai melihat ekspornya yang terakhir (UU 27/2022 pasal 16 ayat (2) huruf g)",
                Period.ofDays(30),
                EndedRows.of(jdbc, "documents_export", ENDED, "id").delete());
    }

    @Bean
    RecurringJob expireExports() {
        return new RecurringJob(
                TASK,
                "Menghapus berkas ekspor yang habis masa simpannya",
                Rhythm.every(Duration.ofMinutes(10)),
                this::run);
    }
}
