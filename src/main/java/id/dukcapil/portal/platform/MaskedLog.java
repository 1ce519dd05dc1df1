package id.dukcapil.portal.platform;

import id.dukcapil.portal.common.Masking;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Takes long numbers and e-mail addresses out of every text of a structured log line; Boot creates it by its name in application.yml. */
public final class MaskedLog implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor((path, value) -> value instanceof String text ? Masking.text(text) : value);
    }
}
