package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of the trail before it is sealed. Texts are cut to what their columns hold: a long reason must not make the
 * business fail.
 */
record NewEntry(
        UUID id,
        Instant at,
        Acting acting,
        AuditEvent event,
        @Nullable String person) {

    private static final int LONGEST_VALUE = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final String INSERT =
            "INSERT INTO audit_inbox (" + TrailColumns.NAMES + ") VALUES (" + TrailColumns.PARAMETERS + ")";

    /** The values of {@link #INSERT}, in the order of {@link TrailColumns}. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            id,
            UtcDateTime.of(at),
            acting.kind().name(),
            acting.id(),
            cut(acting.name(), 120),
            cut(acting.roles(), 300),
            acting.workplace() == null ? null : acting.workplace().value(),
            acting.address(),
            acting.requestId(),
            cut(event.kind(), 80),
            cut(event.reference(), 120),
            cut(event.action(), 120),
            event.office() == null ? null : event.office().value(),
            person,
            changes(),
            event.reason() == null ? null : cut(event.reason(), 1_000)
        };
    }

    private String changes() {
        return JSON.writeValueAsString(event.changes().stream()
                .map(change ->
                        new AuditEvent.Change(change.field(), cutOrNull(change.before()), cutOrNull(change.after())))
                .toList());
    }

    private static @Nullable String cutOrNull(@Nullable String text) {
        return text == null ? null : cut(text, LONGEST_VALUE);
    }

    /** Counts characters as the database does, so that none is cut in two. */
    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
