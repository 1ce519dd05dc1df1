package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.UtcDateTime;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it enters the outbox.
 *
 * @param facts as JSON
 * @param messageId without the angle brackets
 */
record NewMail(MailId id, MailRequested request, String facts, MailStatus status, String messageId, Instant at) {

    static final String INSERT = """
            INSERT INTO notification_mail (id, template, to_address, recipient, facts, about, reference,
              attachment, person_nik, message_id, status, created_at, due_at, round_started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Sets the parameters of {@link #INSERT}, nulls with their type: without one the driver would ask the statement. */
    void writeTo(PreparedStatement insert) throws SQLException {
        @Nullable
        String[] texts = {
            id.value().toString(),
            request.template(),
            request.to(),
            request.recipient(),
            facts,
            request.about(),
            request.reference(),
            request.attachment(),
            request.person() == null ? null : request.person().value(),
            messageId,
            status.name()
        };
        for (int column = 0; column < texts.length; column++) {
            insert.setString(column + 1, texts[column]);
        }
        insert.setObject(12, UtcDateTime.of(at));
        insert.setObject(13, UtcDateTime.of(at.plus(request.heldBack())));
        insert.setObject(14, UtcDateTime.of(at));
    }
}
