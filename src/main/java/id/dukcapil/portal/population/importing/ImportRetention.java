package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uploaded file and the report by row are needed to correct what was refused, and no longer; the figures stay. */
@Component
class ImportRetention {

    private static final String ENDED = """
            purged_at IS NULL AND status NOT IN ('QUEUED', 'RUNNING')
              AND COALESCE(finished_at, uploaded_at) < :moment""";

    private final JdbcClient jdbc;
    private final ImportRecords records;
    private final ImportFiles files;
    private final Clock clock;

    ImportRetention(JdbcClient jdbc, ImportRecords records, ImportFiles files, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.files = files;
        this.clock = clock;
    }

    @Bean
    Retention populationImportRetention() {
        return new Retention(
                "population-import",
                "Berkas dan laporan impor penduduk",
                "berkas unggahan dan laporan per baris dihapus, angka ringkasan tetap",
                "dibutuhkan hanya sampai baris yang ditolak diperbaiki di SIAK (UU 27/2022 Pasal 16 ayat (2) huruf g)",
                Period.ofDays(90),
                EndedRows.of(jdbc, "population_import", ENDED, "id").each(Long.class, this::forget));
    }

    private void forget(List<Long> imports) {
        jdbc.sql(ImportRecords.ENTRY + "WHERE id IN (:ids)")
                .param("ids", imports)
                .query(ImportRecords.ROW)
                .list()
                .forEach(this::remove);
    }

    private void remove(ImportEntry entry) {
        for (String table : List.of("population_import_line", "population_import_staging")) {
            jdbc.sql("DELETE FROM " + table + " WHERE import_id = ?")
                    .param(entry.id().value())
                    .update();
        }
        jdbc.sql("""
                        UPDATE population_import SET purged_at = :now, phase = NULL,
                          status = IF(status = 'READY', 'CANCELLED', status) WHERE id = :id""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("id", entry.id().value())
                .update();
        if (!records.isHeldByOthers(entry.content(), entry.id())) {
            files.forget(entry.content());
        }
    }
}
