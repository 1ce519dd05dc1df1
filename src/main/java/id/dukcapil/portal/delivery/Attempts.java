package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts wrong PINs by QR code over all kiosks and all processes, for codes that exist and for codes that do not in the
 * same way. Whoever counts holds the code until the transaction ends, so that guesses at one code come one after the other.
 */
@Repository
class Attempts {

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds that code for this transaction. @return how many wrong PINs there were */
    int hold(byte[] codeHash, Instant now) {
        return jdbc.sql("""
                        INSERT INTO delivery_attempt (code_hash, wrong, last_at) VALUES (:code, 0, :now)
                        ON DUPLICATE KEY UPDATE last_at = VALUES(last_at)
                        RETURNING wrong""")
                .param("code", codeHash)
                .param("now", UtcDateTime.of(now))
                .query(Integer.class)
                .single();
    }

    void count(byte[] codeHash, int wrong) {
        jdbc.sql("UPDATE delivery_attempt SET wrong = :wrong WHERE code_hash = :code")
                .param("wrong", wrong)
                .param("code", codeHash)
                .update();
    }

    /** Guesses at codes that nobody has are forgotten after a while. @return how many */
    int forget(Instant before, int limit) {
        return jdbc.sql("""
                        DELETE FROM delivery_attempt WHERE last_at < :before
                          AND NOT EXISTS (SELECT 1 FROM delivery_release r WHERE r.code_hash = delivery_attempt.code_hash)
                        LIMIT :limit""")
                .param("before", UtcDateTime.of(before))
                .param("limit", limit)
                .update();
    }
}
