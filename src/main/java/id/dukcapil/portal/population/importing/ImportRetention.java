package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The uploaded file and the report by row are needed to correct what was refused, and no longer; the figures stay. */
@Component
class ImportRetention implements Retained {

    private static final String ENDED = """
            WHERE purged_at IS NULL AND status NOT IN ('QUEUED', 'RUNNING')
              AND COALESCE(finished_at, uploaded_at) < :moment""";

    private final JdbcClient jdbc;
    private final ImportRecords records;
    private final ImportFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRetention(
            JdbcClient jdbc, ImportRecords records, ImportFiles files, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "population-import";
    }

    @Override
    public String label() {
        return "Berkas dan laporan impor penduduk";
    }

    @Override
    public String outcome() {
        return "berkas unggahan dan laporan per baris dihapus, angka ringkasan tetap";
    }

    @Override
    public String basis() {
        return "dibutuhkan hanya sampai baris yang ditolak diperbaiki di SIAK (UU 27/2022 Pasal 16 ayat (2) huruf g)";
    }

    @Override
    public Period standard() {
        return Period.ofDays(90);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(jdbc.sql("SELECT COUNT(*) FROM population_import " + ENDED)
                .param("moment", UtcDateTime.of(moment))
                .query(Long.class)
                .single());
    }

    @Override
    public int removeEndedBefore(Instant moment, int limit) {
        List<ImportEntry> ended = jdbc.sql(ImportRecords.ENTRY + ENDED + " ORDER BY id LIMIT :limit")
                .param("moment", UtcDateTime.of(moment))
                .param("limit", limit)
                .query(ImportRecords.ROW)
                .list();
        ended.forEach(entry -> transaction.executeWithoutResult(status -> remove(entry)));
        return ended.size();
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
