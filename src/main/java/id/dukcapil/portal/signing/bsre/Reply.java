package id.dukcapil.portal.signing.bsre;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole answer. What it is, its first byte says: services answer errors with status 200 and the wrong content type. */
record Reply(int status, HttpHeaders headers, byte[] body, Duration took) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isPdf() {
        return body.length > 5
                && body[0] == '%'
                && body[1] == 'P'
                && body[2] == 'D'
                && body[3] == 'F'
                && body[4] == '-';
    }

    /** The object that was answered; empty when the answer is something else or broken. */
    Optional<JsonNode> json() {
        if (!beginsLikeAnObject()) {
            return Optional.empty();
        }
        try {
            JsonNode read = JSON.readTree(body);
            return read.isObject() ? Optional.of(read) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private boolean beginsLikeAnObject() {
        for (byte first : body) {
            if (!Character.isWhitespace(first)) {
                return first == '{';
            }
        }
        return false;
    }
}
