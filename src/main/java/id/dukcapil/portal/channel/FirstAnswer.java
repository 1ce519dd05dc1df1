package id.dukcapil.portal.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered to the first request under a key, as it is kept for those that come again.
 *
 * @param body JSON
 * @param repeated whether it was given before
 */
public record FirstAnswer(
        IdempotentRequest request,
        int status,
        @Nullable URI location,
        @Nullable String body,
        boolean repeated) {

    /** The answer that creating something gives. */
    public static FirstAnswer of(IdempotentRequest request, ResponseEntity<?> answer, JsonMapper json) {
        Object body = answer.getBody();
        return new FirstAnswer(
                request,
                answer.getStatusCode().value(),
                answer.getHeaders().getLocation(),
                body == null ? null : json.writeValueAsString(body),
                false);
    }

    /**
     * The answer for one who has sent this request now.
     *
     * @throws ProblemException {@code idempotency-key-reused} when the key came with another request then
     */
    public <T> ResponseEntity<Answer<T>> to(IdempotentRequest asking) {
        if (!asking.hasHash(request.requestHash())) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED, ProblemType.IDEMPOTENCY_KEY_REUSED.advice());
        }
        var answer = ResponseEntity.status(status);
        if (repeated) {
            answer.header(Idempotency.REPLAYED, "true");
        }
        if (location != null) {
            answer.location(location);
        }
        return answer.body(body == null ? null : new Answer<>(body));
    }

    /** For one whose request under the same key waited while this one was answered. */
    public FirstAnswer again() {
        return new FirstAnswer(request, status, location, body, true);
    }
}
