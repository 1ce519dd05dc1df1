package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.RowsOfTransaction;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The queue of mails. A mail is inserted in the transaction of the business that promises it. Any number of processes
 * claim mails in batches without waiting for each other; a claim runs out, so that a killed process keeps nothing.
 */
@Component
class Outbox {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final RowMapper<Instant> CREATED_AT = (row, number) -> UtcDateTime.read(row, "created_at");
    private static final int LONGEST_TEXT = 400;

    /** What a claim left open by a killed process becomes, a few at a time. */
    private static final int RECOVERED_AT_ONCE = 500;

    private static final String GIVE_BACK = """
            UPDATE notification_mail SET status = 'WAITING', claim = NULL, due_at = ?,
              attempts = attempts - 1 WHERE id = ? AND claim = ?""";

    private static final String MAKE_DUE = """
            UPDATE notification_mail SET status = 'WAITING', claim = NULL, due_at = :now
            WHERE id IN (:ids)""";

    private static final String ENTER_AS_UNKNOWN = """
            INSERT INTO notification_event (mail_id, at, kind)
            SELECT id, :now, 'UNKNOWN' FROM notification_mail WHERE id IN (:ids)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RowsOfTransaction<NewMail> mails = new RowsOfTransaction<>(this::write, () -> {});

    Outbox(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Joins the transaction of the business, without which there would be no promise; the mails of one transaction are
     * written together before its commit. Looks for the transaction itself: a round of bookings promises hundreds of mails,
     * and a proxy around each promise is a tenth of what telling about a booking costs.
     */
    MailId put(MailRequested request, MailStatus status, String domain) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("A mail is promised by a transaction of the business");
        }
        Instant now = clock.instant();
        UUID id = TimeOrderedId.at(now);
        mails.add(new NewMail(
                new MailId(id),
                request,
                json.writeValueAsString(request.facts()),
                status,
                messageId(id, 1, domain),
                now));
        return new MailId(id);
    }

    /** For whoever looks in the same transaction for mails that it may have promised itself. */
    void writePromised() {
        mails.writeNow();
    }

    private void write(List<NewMail> promised) {
        batches.batchUpdate(NewMail.INSERT, promised, promised.size(), (insert, mail) -> mail.writeTo(insert));
    }

    static String messageId(UUID mail, int round, String domain) {
        return "%s.%d@%s".formatted(mail, round, domain);
    }

    /** Takes mails that are due, oldest first; what others hold is passed over without waiting. */
    List<ClaimedMail> claim(int limit, Duration lease) {
        Instant now = clock.instant();
        UUID claim = UUID.randomUUID();
        Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        return inTransaction(() -> {
            List<ClaimedMail> mails = jdbc.sql("""
                            SELECT * FROM notification_mail WHERE status = 'WAITING' AND due_at <= :now
                            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
                    .param("now", UtcDateTime.of(now))
                    .param("limit", limit)
                    .query(claimed(claim, until))
                    .list();
            if (!mails.isEmpty()) {
                jdbc.sql("""
                                UPDATE notification_mail SET status = 'IN_DELIVERY', claim = :claim, due_at = :until,
                                  attempts = attempts + 1 WHERE id IN (:ids)""")
                        .param("claim", claim)
                        .param("until", UtcDateTime.of(until))
                        .param(
                                "ids",
                                mails.stream().map(mail -> mail.id().value()).toList())
                        .update();
            }
            return mails;
        });
    }

    /** Writes down what came of attempts, all in one transaction. Whoever has lost the claim meanwhile changes nothing. */
    void record(List<Outcome> outcomes) {
        inTransaction(() -> {
            batches.batchUpdate("""
                    UPDATE notification_mail SET status = ?, due_at = ?, finished_at = ?, claim = NULL
                    WHERE id = ? AND claim = ?""", outcomes, outcomes.size(), (row, outcome) -> {
                row.setString(1, outcome.next().name());
                row.setObject(2, UtcDateTime.of(outcome.dueAt()));
                row.setObject(3, outcome.next() == MailStatus.WAITING ? null : UtcDateTime.of(outcome.at()));
                row.setObject(4, outcome.mail().id().value());
                row.setObject(5, outcome.mail().claim());
            });
            outcomes.forEach(this::tell);
            return batches.batchUpdate(
                    "INSERT INTO notification_event (mail_id, at, kind, code, text) VALUES (?, ?, ?, ?, ?)",
                    outcomes,
                    outcomes.size(),
                    (row, outcome) -> {
                        row.setObject(1, outcome.mail().id().value());
                        row.setObject(2, UtcDateTime.of(outcome.at()));
                        row.setString(3, outcome.kind().name());
                        row.setObject(4, outcome.code());
                        row.setString(5, shortened(outcome.text()));
                    });
        });
    }

    /** That a mail waits for another attempt is nobody's business. */
    private void tell(Outcome outcome) {
        if (outcome.next() != MailStatus.WAITING) {
            MailRequested request = outcome.mail().request();
            events.publishEvent(new MailEnded(
                    request.template(),
                    request.reference(),
                    request.facts(),
                    outcome.next() == MailStatus.SENT ? MailEnded.End.SENT : MailEnded.End.FAILED,
                    outcome.text()));
        }
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** Gives back what was claimed and not tried; that was no attempt. */
    void giveBack(List<ClaimedMail> mails) {
        Instant now = clock.instant();
        batches.batchUpdate(GIVE_BACK, mails, Math.max(1, mails.size()), (row, mail) -> {
            row.setObject(1, UtcDateTime.of(now));
            row.setObject(2, mail.id().value());
            row.setObject(3, mail.claim());
        });
    }

    /** Mails of processes that are no more become due again. @return how many */
    int recover() {
        Instant now = clock.instant();
        return inTransaction(() -> {
            List<UUID> left = jdbc.sql("""
                            SELECT id FROM notification_mail WHERE status = 'IN_DELIVERY' AND due_at <= :now
                            LIMIT :limit FOR UPDATE SKIP LOCKED""")
                    .param("now", UtcDateTime.of(now))
                    .param("limit", RECOVERED_AT_ONCE)
                    .query(OneColumn.ID)
                    .list();
            if (!left.isEmpty()) {
                jdbc.sql(MAKE_DUE)
                        .param("now", UtcDateTime.of(now))
                        .param("ids", left)
                        .update();
                jdbc.sql(ENTER_AS_UNKNOWN)
                        .param("now", UtcDateTime.of(now))
                        .param("ids", left)
                        .update();
            }
            return left.size();
        });
    }

    Optional<Instant> oldestWaiting() {
        return jdbc.sql("SELECT created_at FROM notification_mail WHERE status = 'WAITING' ORDER BY created_at LIMIT 1")
                .query(CREATED_AT)
                .optional();
    }

    /** How many wait or are on their way, counted up to a limit. */
    int depth(int limit) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM notification_mail"
                        + " WHERE status IN ('WAITING', 'IN_DELIVERY') LIMIT :limit) counted")
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    MailRequested request(ResultSet row) throws SQLException {
        String nik = row.getString("person_nik");
        return new MailRequested(
                row.getString("template"),
                row.getString("to_address"),
                row.getString("recipient"),
                json.readValue(row.getString("facts"), FACTS),
                row.getString("about"),
                row.getString("reference"),
                row.getString("attachment"),
                nik == null ? null : new Nik(nik),
                Duration.ZERO);
    }

    private RowMapper<ClaimedMail> claimed(UUID claim, Instant until) {
        return (row, number) -> new ClaimedMail(
                new MailId(row.getObject("id", UUID.class)),
                claim,
                until,
                row.getString("message_id"),
                row.getInt("attempts") + 1,
                UtcDateTime.read(row, "round_started_at"),
                request(row));
    }

    @SuppressWarnings("NullAway") // The work never returns null: Supplier<T> with a non-null T
    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
