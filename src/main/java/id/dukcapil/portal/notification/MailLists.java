package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.notification.letters.Letters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox for lists and counts, in pages that stay fast at any depth; addresses are masked. */
@Service
@PreAuthorize("hasAuthority('MAIL_READ')")
@Transactional(readOnly = true)
public class MailLists {

    /** Counting stops here; a list then says "more than". */
    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final RowMapper<MailDetails.Event> EVENT =
            RecordRow.of(MailDetails.Event.class).from("actor", "actor_name");

    private final KeysetQuery<MailRow> list =
            new KeysetQuery<>("*", "notification_mail", "created_at DESC, id DESC", this::row);
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Delivery delivery;
    private final MailServer server;
    private final Letters letters;
    private final Clock clock;

    MailLists(JdbcClient jdbc, Outbox outbox, Delivery delivery, MailServer server, Letters letters, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.delivery = delivery;
        this.server = server;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * The rows after a cursor, newest first.
     *
     * @param after the last row already seen, or null from the beginning
     */
    public List<MailRow> page(MailFilter filter, MailRow.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.olderThan(
                    "created_at", UtcDateTime.of(after.createdAt()), after.id().value());
        }
        return list.page(jdbc, where, skip, limit);
    }

    /** How many mails match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(MailFilter filter) {
        return list.count(jdbc, matching(filter));
    }

    static Where matching(MailFilter filter) {
        return new Where()
                .and(
                        "status IN (:statuses)",
                        "statuses",
                        filter.statuses().isEmpty()
                                ? null
                                : filter.statuses().stream().map(Enum::name).toList())
                .is("template", filter.template())
                .beginsWith("reference", filter.reference())
                .between("created_at", UtcDateTime.ofNullable(filter.from()), UtcDateTime.ofNullable(filter.until()));
    }

    /** The same filter counted for each state by itself. */
    public Map<MailStatus, Integer> counts(MailFilter filter) {
        var counts = new EnumMap<MailStatus, Integer>(MailStatus.class);
        for (MailStatus status : MailStatus.values()) {
            counts.put(status, count(filter.withStatuses(Set.of(status))));
        }
        return counts;
    }

    /** Kinds of letters by the name of their template. */
    public Map<String, String> kinds() {
        return letters.kinds();
    }

    public Optional<MailDetails> find(MailId id) {
        RowMapper<MailDetails> details = this::details;
        return jdbc.sql("SELECT * FROM notification_mail WHERE id = ?")
                .param(id.value())
                .query(details)
                .optional();
    }

    public OutboxState state() {
        return new OutboxState(
                server.configured(),
                server.description(),
                outbox.oldestWaiting()
                        .map(since -> Duration.between(since, clock.instant()))
                        .orElse(null),
                delivery.serverIsSilent());
    }

    /** What was asked for, as long as it has not been anonymised. */
    Optional<MailRequested> request(MailId id) {
        RowMapper<MailRequested> request = (row, number) -> outbox.request(row);
        return jdbc.sql("SELECT * FROM notification_mail WHERE id = ? AND anonymised_at IS NULL")
                .param(id.value())
                .query(request)
                .optional();
    }

    private MailRow row(ResultSet row, int number) throws SQLException {
        return new MailRow(
                new MailId(row.getObject("id", UUID.class)),
                letters.kind(row.getString("template")),
                row.getString("about"),
                row.getString("reference"),
                Masking.email(row.getString("to_address")),
                MailStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                UtcDateTime.read(row, "created_at"));
    }

    private MailDetails details(ResultSet row, int number) throws SQLException {
        MailRow line = row(row, number);
        boolean anonymised = row.getObject("anonymised_at") != null;
        return new MailDetails(
                line,
                row.getString("message_id"),
                line.status() == MailStatus.WAITING ? UtcDateTime.read(row, "due_at") : null,
                UtcDateTime.readNullable(row, "finished_at"),
                row.getString("attachment") != null,
                anonymised,
                history(line.id()),
                allowed(line.status(), anonymised));
    }

    private List<MailDetails.Event> history(MailId id) {
        return jdbc.sql("SELECT * FROM notification_event WHERE mail_id = ? ORDER BY id")
                .param(id.value())
                .query(EVENT)
                .list();
    }

    private static Set<MailDetails.Action> allowed(MailStatus status, boolean anonymised) {
        var actions = EnumSet.noneOf(MailDetails.Action.class);
        if (MailStatus.resendable().contains(status.name()) && !anonymised) {
            actions.add(MailDetails.Action.RESEND);
        }
        if (status.canBecome(MailStatus.CANCELLED)) {
            actions.add(MailDetails.Action.CANCEL);
        }
        return actions;
    }
}
