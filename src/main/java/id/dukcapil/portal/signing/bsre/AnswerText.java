package id.dukcapil.portal.signing.bsre;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts and times of an answer, in the spellings that installations of the service have. */
final class AnswerText {

    private AnswerText() {}

    static @Nullable String orNull(JsonNode object, String name) {
        String text = object.path(name).asString("");
        return text.isBlank() ? null : text;
    }

    /** Milliseconds, ISO text with or without a zone, or "yyyy-MM-dd HH:mm:ss.S"; without a zone it is UTC. */
    static @Nullable Instant moment(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isIntegralNumber()) {
            return Instant.ofEpochMilli(value.asLong());
        }
        String text = value.asString("").strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        try {
            return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                            .toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
