package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers of requests that ended go before the requests do, and with their person at the latest: a copy of a marriage
 * book proves nothing about a request that was refused a year ago. The content leaves the store at the next cleaning.
 */
@Component
class AttachmentRetention implements Retained {

    private static final String ENDED = """
            FROM submission_attachment a JOIN submission_request r ON r.id = a.submission_id
            WHERE r.anonymised_at IS NOT NULL
               OR r.status IN ('PRINTED', 'NOT_COLLECTED', 'REVOKED', 'REJECTED', 'CANCELLED', 'LAPSED') AND r.status_since < :moment""";

    private static final RowMapper<UUID> ID = (row, number) -> row.getObject(1, UUID.class);

    private final JdbcClient jdbc;

    AttachmentRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "submission-attachment";
    }

    @Override
    public String label() {
        return "Lampiran permohonan Kartu Keluarga yang ditolak, dibatalkan, atau gugur";
    }

    @Override
    public String outcome() {
        return "berkas lampiran dihapus dari penyimpanan, catatan bahwa pernah ada tetap dalam jejak audit";
    }

    @Override
    public String basis() {
        return "UU 27/2022 Pasal 16 ayat (2) huruf g dan Pasal 42; diperlukan hanya selama keputusan dapat dipersoalkan";
    }

    @Override
    public Period standard() {
        return Period.ofYears(1);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(jdbc.sql("SELECT COUNT(*) " + ENDED)
                .param("moment", UtcDateTime.of(moment))
                .query(Long.class)
                .single());
    }

    @Override
    @Transactional
    public int removeEndedBefore(Instant moment, int limit) {
        LocalDateTime before = UtcDateTime.of(moment);
        List<UUID> ended = jdbc.sql("SELECT a.id " + ENDED + " ORDER BY a.id LIMIT :limit")
                .param("moment", before)
                .param("limit", limit)
                .query(ID)
                .list();
        if (!ended.isEmpty()) {
            jdbc.sql("DELETE FROM submission_attachment WHERE id IN (:ids)")
                    .param("ids", ended)
                    .update();
        }
        return ended.size();
    }
}
