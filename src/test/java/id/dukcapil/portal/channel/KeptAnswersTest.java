package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Retention;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class KeptAnswersTest {

    /** Older than anything other tests keep. */
    private static final Instant LONG_AGO = Instant.parse("2020-01-10T00:00:00Z");

    @Autowired
    Retention answerRetention;

    @Autowired
    JdbcClient jdbc;

    @Test
    void answersGoInBatchesAndThoseStillPromisedStay() {
        UUID client = UUID.randomUUID();
        keep(client, "a", "2020-01-01");
        keep(client, "b", "2020-01-02");
        keep(client, "c", "2020-01-12");
        assertThat(answerRetention.endedBefore(LONG_AGO)).hasValue(2);
        assertThat(answerRetention.removeEndedBefore(LONG_AGO, 1)).isEqualTo(1);
        assertThat(answerRetention.removeEndedBefore(LONG_AGO, 1)).isEqualTo(1);
        assertThat(answerRetention.removeEndedBefore(LONG_AGO, 1)).isZero();
        assertThat(jdbc.sql("SELECT idem_key FROM channel_idempotency WHERE client_id = ?")
                        .param(client)
                        .query(String.class)
                        .single())
                .isEqualTo("c");
    }

    @Test
    void theSevenDaysOfTheApiAreNotTheOfficesToChange() {
        assertThat(answerRetention.standard()).isEqualTo(Period.ofDays(7));
        assertThat(answerRetention.fixed()).isTrue();
    }

    private void keep(UUID client, String key, String day) {
        jdbc.sql("INSERT INTO channel_idempotency (client_id, idem_key, request_hash, status, created_at)"
                        + " VALUES (?, ?, UNHEX(SHA2(?, 256)), 201, ?)")
                .params(client, key, key, day)
                .update();
    }
}
