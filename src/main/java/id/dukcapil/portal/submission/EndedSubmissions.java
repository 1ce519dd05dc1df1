package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests that ended long ago lose the people: NIK, KK number, name, contact, and the words of the timeline, which can
 * name somebody. The number stays, so that the series of the year has no hole, and so do office, reason and status.
 */
@Component
class EndedSubmissions implements Retained {

    private static final String ENDED =
            "anonymised_at IS NULL AND status IN ('REJECTED', 'CANCELLED', 'LAPSED') AND status_since < :moment";

    private final JdbcClient jdbc;
    private final EndedRows rows;
    private final Clock clock;

    EndedSubmissions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        rows = new EndedRows(jdbc, "submission_request", ENDED, "status_since");
        this.clock = clock;
    }

    @Override
    public String key() {
        return "submission";
    }

    @Override
    public String label() {
        return "Permohonan Kartu Keluarga yang ditolak, dibatalkan, atau gugur";
    }

    @Override
    public String outcome() {
        return "NIK, nomor KK, nama, e-mail, telepon, keterangan dan alasan dihapus; nomor, kantor dan status tetap";
    }

    @Override
    public String basis() {
        return "UU 27/2022 Pasal 42 dan 44; masa pengaduan layanan dan pemeriksaan, sesuaikan dengan jadwal retensi arsip"
                + " daerah";
    }

    @Override
    public Period standard() {
        return Period.ofYears(2);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return rows.count(UtcDateTime.of(moment));
    }

    @Override
    @Transactional
    public int removeEndedBefore(Instant moment, int limit) {
        List<UUID> ended = rows.take(UtcDateTime.of(moment), limit);
        if (!ended.isEmpty()) {
            forget(ended);
        }
        return ended.size();
    }

    private void forget(List<UUID> requests) {
        jdbc.sql("UPDATE submission_transition SET reason = NULL WHERE submission_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", requests)
                .update();
        jdbc.sql("""
                        UPDATE submission_request SET applicant_nik = NULL, applicant_name = NULL, family_number = NULL,
                          email = NULL, phone = NULL, note = NULL, request_token = NULL, anonymised_at = :now,
                          version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("ids", requests)
                .update();
    }
}
