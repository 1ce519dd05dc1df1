package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.UtcDateTime;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;
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
    private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");
    private static final ObjectWriter CHANGES =
            JsonMapper.builder().build().writerFor(new TypeReference<List<AuditEvent.Change>>() {});

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    static final String INSERT =
            "INSERT INTO audit_inbox (" + TrailColumns.NAMES + ", proof) VALUES (" + TrailColumns.PARAMETERS + ", ?)";

    /**
     * Sets the parameters of {@link #INSERT}. Each says its type: of a null without one the driver would first ask the
     * statement, which costs as much as all the other parameters.
     */
    void writeTo(PreparedStatement insert, InboxProof proof) throws SQLException {
        @Nullable String[] columns = columns();
        for (int column = 0; column < columns.length; column++) {
            insert.setString(column + 1, columns[column]);
        }
        insert.setBytes(columns.length + 1, proof.of(new RowContent().of(columns)));
    }

    /** As the database will give them back, in the order of {@link TrailColumns}. */
    private @Nullable String[] columns() {
        return new @Nullable String[] {
            id.toString(),
            MOMENT.format(UtcDateTime.of(at)),
            acting.kind().name(),
            acting.id() == null ? null : acting.id().toString(),
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
        return CHANGES.writeValueAsString(event.changes().stream()
                .map(change -> new AuditEvent.Change(
                        cut(change.field(), LONGEST_VALUE), cutOrNull(change.before()), cutOrNull(change.after())))
                .toList());
    }

    private static @Nullable String cutOrNull(@Nullable String text) {
        return text == null ? null : cut(text, LONGEST_VALUE);
    }

    /** Counts characters as the database does, so that none is cut in two; half of one becomes the replacement character. */
    private static String cut(String typed, int longest) {
        String text = UNPAIRED.matcher(typed).replaceAll("\uFFFD");
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
