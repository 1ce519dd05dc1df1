package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of all processes; a session is over for every process as soon as its row says so. */
@Component
class SessionRecords {

    static final Duration KEPT = Duration.ofDays(90);

    private static final RowMapper<State> STATE = (row, number) -> new State(
            end(row.getString("ended_because"), row.getBoolean("enabled")),
            !row.getBoolean("given"),
            SignInMethod.valueOf(row.getString("method")));

    /**
     * How a session stands for everybody.
     *
     * @param end why it is over; empty while it is open
     * @param ownPassword whether its owner has a password of the portal, not just one that was once given and never used
     * @param method how its owner got in
     */
    record State(Optional<SessionEnd> end, boolean ownPassword, SignInMethod method) {}

    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final Clock clock;

    SessionRecords(JdbcClient jdbc, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One too many ends a locked one, else the one that was opened first, by the clock; the new one stays, wherever the
     * clock was set.
     */
    @Transactional
    OpenSession open(UUID id, StaffId account, String address, String device, SignInMethod method) {
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO staff_session (id, account_id, started_at, last_seen_at, address, device, method)
                        VALUES (:id, :account, :now, :now, :address, :device, :method)""")
                .param("id", id)
                .param("account", account.value())
                .param("now", UtcDateTime.of(now))
                .param("address", address)
                .param("device", device)
                .param("method", method.name())
                .update();
        surplus(account, id).forEach(old -> end(old, SessionEnd.TOO_MANY, null));
        return OpenSession.begun(id, now);
    }

    private List<UUID> surplus(StaffId account, UUID opened) {
        return jdbc.sql("""
                        SELECT id FROM staff_session WHERE account_id = :account AND ended_at IS NULL AND id <> :opened
                        ORDER BY locked_at IS NOT NULL OR last_seen_at < :unattended, started_at DESC, id
                        LIMIT 1000 OFFSET :others""")
                .param("account", account.value())
                .param("opened", opened)
                .param("unattended", UtcDateTime.of(unattendedSince()))
                .param("others", settings.sessionsPerAccount() - 1)
                .query(OneColumn.ID)
                .list();
    }

    State look(UUID session) {
        return jdbc.sql("""
                        SELECT s.ended_because, s.method, a.enabled, a.must_change_password AS given FROM staff_session s
                        JOIN staff_account a ON a.id = s.account_id WHERE s.id = ?""")
                .param(session)
                .query(STATE)
                .optional()
                .orElseGet(() -> new State(Optional.of(SessionEnd.IDLE), false, SignInMethod.PASSWORD));
    }

    private static Optional<SessionEnd> end(@Nullable String because, boolean enabled) {
        if (because != null) {
            return Optional.of(SessionEnd.valueOf(because));
        }
        return enabled ? Optional.empty() : Optional.of(SessionEnd.ACCOUNT_CLOSED);
    }

    void seen(UUID session, Instant at) {
        jdbc.sql("UPDATE staff_session SET last_seen_at = :at WHERE id = :id AND ended_at IS NULL")
                .param("at", UtcDateTime.of(at))
                .param("id", session)
                .update();
    }

    void lock(UUID session, Instant since) {
        jdbc.sql("UPDATE staff_session SET locked_at = :at WHERE id = :id AND locked_at IS NULL AND ended_at IS NULL")
                .param("at", UtcDateTime.of(since))
                .param("id", session)
                .update();
    }

    /** @return whether it was open and locked */
    boolean unlock(UUID session, Instant now) {
        return jdbc.sql("""
                                UPDATE staff_session SET locked_at = NULL, last_seen_at = :now
                                WHERE id = :id AND locked_at IS NOT NULL AND ended_at IS NULL""")
                        .param("now", UtcDateTime.of(now))
                        .param("id", session)
                        .update()
                > 0;
    }

    /**
     * @param by who ended it, when it was not its owner
     * @return whether it was still open
     */
    boolean end(UUID session, SessionEnd because, @Nullable StaffId by) {
        return jdbc.sql("""
                                UPDATE staff_session SET ended_at = :now, ended_because = :because, ended_by = :by
                                WHERE id = :id AND ended_at IS NULL""")
                        .param("now", UtcDateTime.of(clock.instant()))
                        .param("because", because.name())
                        .param("by", by == null ? null : by.value())
                        .param("id", session)
                        .update()
                > 0;
    }

    /** @param except the session that stays; null to end all */
    int endAll(StaffId account, @Nullable UUID except, SessionEnd because, @Nullable StaffId by) {
        return jdbc.sql("""
                        UPDATE staff_session SET ended_at = :now, ended_because = :because, ended_by = :by
                        WHERE account_id = :account AND ended_at IS NULL AND (:except IS NULL OR id <> :except)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("because", because.name())
                .param("by", by == null ? null : by.value())
                .param("account", account.value())
                .param("except", except)
                .update();
    }

    /** Ends what nobody came back to, and forgets what ended long ago. */
    void clear() {
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE staff_session SET ended_at = last_seen_at, ended_because = 'IDLE'
                        WHERE ended_at IS NULL AND last_seen_at < ?""")
                .param(UtcDateTime.of(unattendedSince().minus(settings.lockedFor())))
                .update();
        EndedRows.of(jdbc, "staff_session", "ended_at < :moment", "ended_at")
                .delete()
                .removeAllEndedBefore(now.minus(KEPT));
    }

    /** Whoever was last seen before this is locked, also when the computer sleeps and nobody has noticed. */
    Instant unattendedSince() {
        return clock.instant().minus(settings.idleAfter()).minus(SessionGuard.WRITTEN_EVERY);
    }
}
