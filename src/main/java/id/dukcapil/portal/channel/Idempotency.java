package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.UtcDateTime;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the work of a creating request once, however often the request arrives.
 *
 * <p>Claiming the key, the work, and storing the answer are one transaction: after a crash either all of it is there or
 * nothing. A second request with the same key waits for the first at the unique key and then gets the first answer, with
 * the header {@code Idempotent-Replayed: true}.
 *
 * <p>Only answers that created something (2xx) are stored. A refusal, by exception or by another status, undoes
 * everything and leaves the key free: what was refused today (quota full) may be possible tomorrow under the same key.
 *
 * <p>When transactions collide (deadlock, lock timeout) the whole of it is done again, a few times at most; so the work
 * must have no effect outside the database before the commit.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class Idempotency {

    static final String REPLAYED = "Idempotent-Replayed";

    private final JdbcClient jdbc;
    private final Retry retry;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, Retry retry, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.retry = retry;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param work creates something and describes it; may throw {@link ProblemException}, {@code InvalidInput} and any
     *     other exception, all of which undo it
     * @throws ProblemException {@code idempotency-key-reused} when the key came before with another request
     * @throws IllegalStateException inside a transaction, which would outlive the retries and tear the answer from the work
     */
    public <T> ResponseEntity<Answer<T>> once(IdempotentRequest request, Supplier<ResponseEntity<T>> work) {
        return retry.inOwnTransaction(status -> attempt(request, work, status));
    }

    private <T> ResponseEntity<Answer<T>> attempt(
            IdempotentRequest request, Supplier<ResponseEntity<T>> work, TransactionStatus status) {
        if (!claim(request)) {
            return replay(request);
        }
        ResponseEntity<T> answer = work.get();
        T body = answer.getBody();
        String text = body == null ? null : json.writeValueAsString(body);
        if (answer.getStatusCode().is2xxSuccessful()) {
            keep(request, answer, text);
        } else {
            status.setRollbackOnly();
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(text == null ? null : new Answer<>(text));
    }

    /** Waits here while another request with this key is being worked on. */
    private boolean claim(IdempotentRequest request) {
        try {
            jdbc.sql("""
                            INSERT INTO channel_idempotency (client_id, idem_key, request_hash, created_at)
                            VALUES (:client, :key, :hash, :now)""")
                    .param("client", request.client().id())
                    .param("key", request.key())
                    .param("hash", request.requestHash())
                    .param("now", UtcDateTime.of(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException answeredBefore) {
            return false;
        }
    }

    private <T> ResponseEntity<Answer<T>> replay(IdempotentRequest request) {
        FirstAnswer kept = find(request)
                .orElseThrow(() -> new CannotAcquireLockException("The stored answer was just cleared away"));
        return kept.to(request);
    }

    private Optional<FirstAnswer> find(IdempotentRequest request) {
        return jdbc.sql("""
                        SELECT idem_key, request_hash, status, body, location FROM channel_idempotency
                        WHERE client_id = :client AND idem_key = :key""")
                .param("client", request.client().id())
                .param("key", request.key())
                .query((row, number) -> KeyedAnswers.kept(request.client(), row))
                .optional();
    }

    private void keep(IdempotentRequest request, ResponseEntity<?> answer, @Nullable String body) {
        URI location = answer.getHeaders().getLocation();
        jdbc.sql("""
                        UPDATE channel_idempotency SET status = :status, body = :body, location = :location
                        WHERE client_id = :client AND idem_key = :key""")
                .param("status", answer.getStatusCode().value())
                .param("body", body)
                .param("location", location == null ? null : location.toString())
                .param("client", request.client().id())
                .param("key", request.key())
                .update();
    }
}
