package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.Period;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers kept for requests that are sent again; a booking code in them leads to a person. */
@Component
class KeptAnswers implements Retained {

    private final JdbcClient jdbc;

    KeptAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "channel-answers";
    }

    @Override
    public String label() {
        return "Jawaban API yang disimpan untuk permintaan ulang";
    }

    @Override
    public String outcome() {
        return "dihapus seluruhnya";
    }

    @Override
    public String basis() {
        return "Janji kepada klien API: permintaan yang diulang dalam tujuh hari mendapat jawaban yang sama";
    }

    @Override
    public Period standard() {
        return Period.ofDays((int) Housekeeping.ANSWERS_KEPT.toDays());
    }

    /** The description of the API promises it. */
    @Override
    public boolean fixed() {
        return true;
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(jdbc.sql("SELECT COUNT(*) FROM channel_idempotency WHERE created_at < ?")
                .param(UtcDateTime.of(moment))
                .query(Long.class)
                .single());
    }

    @Override
    public int removeEndedBefore(Instant moment, int limit) {
        return jdbc.sql("DELETE FROM channel_idempotency WHERE created_at < :moment LIMIT :limit")
                .param("moment", UtcDateTime.of(moment))
                .param("limit", limit)
                .update();
    }
}
