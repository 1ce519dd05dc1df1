package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in where, and the means to end that: one's own sessions for everybody, those of their office for
 * administrators, of all offices where their role spans them.
 */
@Service
@PreAuthorize("hasAuthority('STAFF_EDIT')")
public class OpenSessions {

    private static final int MOST_OF_ONE = 100;
    private static final String COLUMNS = """
            SELECT s.id, s.account_id, a.username, a.full_name, s.started_at, s.last_seen_at, s.address, s.device, s.method,
              s.locked_at IS NOT NULL OR s.last_seen_at < :unattended AS locked
            FROM staff_session s JOIN staff_account a ON a.id = s.account_id WHERE s.ended_at IS NULL""";

    /**
     * A session that is open.
     *
     * @param lastSeenAt exact to the minute
     * @param locked whether nobody is before it, and it waits for the password
     * @param own whether it is the one that asks
     */
    public record Row(
            UUID id,
            StaffId account,
            String username,
            String fullName,
            Instant startedAt,
            Instant lastSeenAt,
            String address,
            String device,
            SignInMethod method,
            boolean locked,
            boolean own) {}

    /** Whose sessions they are. */
    public record Owner(StaffId account, String username, String fullName) {}

    /** The place of a session in the list. */
    public record Place(Instant lastSeenAt, UUID id) {}

    private final SessionRecords records;
    private final SignInRecords accounts;
    private final CurrentStaff currentStaff;
    private final SecurityContextHolderStrategy securityContext;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    OpenSessions(
            SessionRecords records,
            SignInRecords accounts,
            CurrentStaff currentStaff,
            SecurityContextHolderStrategy securityContext,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.records = records;
        this.accounts = accounts;
        this.currentStaff = currentStaff;
        this.securityContext = securityContext;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** One's own, the latest first. */
    @PreAuthorize("isAuthenticated()")
    public List<Row> own() {
        return ofAccount(currentStaff.require().id());
    }

    /** Ends one of one's own; one that is over already stays as it was. */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void endOwn(UUID session) {
        boolean mine = own().stream().anyMatch(row -> row.id().equals(session));
        if (mine && records.end(session, SessionEnd.ENDED_BY_OWNER, null)) {
            tell(currentStaff.require().username(), "Sesi diakhiri", 1);
        }
    }

    /** @return how many were ended */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public int endOtherOwn() {
        var member = currentStaff.require();
        int ended = records.endAll(member.id(), current().orElse(null), SessionEnd.ENDED_BY_OWNER, null);
        if (ended > 0) {
            tell(member.username(), "Sesi lain diakhiri", ended);
        }
        return ended;
    }

    /** @return nobody for an account of an office that is out of reach */
    public Optional<Owner> owner(String username) {
        return accounts.find(username)
                .filter(account -> currentStaff.require().mayActFor(account.office()))
                .map(account -> new Owner(account.id(), account.username(), account.fullName()));
    }

    /** Of one account, the latest activity first. */
    public List<Row> of(StaffId account) {
        requireReach(account);
        return ofAccount(account);
    }

    /** All accounts, the latest activity first; {@code name} is part of a name or user name, or empty. */
    public List<Row> page(String name, @Nullable Place after, int skip, int limit) {
        return jdbc.sql(COLUMNS + """
                         AND (:name = '' OR a.full_name LIKE :part OR a.username LIKE :part)
                        AND (:office IS NULL OR a.office_code = :office)
                        AND (:after IS NULL OR s.last_seen_at <= :after AND (s.last_seen_at < :after OR s.id < :id))
                        ORDER BY s.last_seen_at DESC, s.id DESC LIMIT :limit OFFSET :skip""")
                .param("unattended", UtcDateTime.of(records.unattendedSince()))
                .param("name", name)
                .param("part", part(name))
                .param("office", onlyOffice())
                .param("after", after == null ? null : UtcDateTime.of(after.lastSeenAt()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .param("skip", skip)
                .query(row())
                .list();
    }

    public int count(String name) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM staff_session s JOIN staff_account a ON a.id = s.account_id
                        WHERE s.ended_at IS NULL AND (:name = '' OR a.full_name LIKE :part OR a.username LIKE :part)
                        AND (:office IS NULL OR a.office_code = :office)""")
                .param("name", name)
                .param("part", part(name))
                .param("office", onlyOffice())
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void end(Row session) {
        requireReach(session.account());
        if (records.end(
                session.id(),
                SessionEnd.ENDED_BY_ADMINISTRATOR,
                currentStaff.require().id())) {
            tell(session.username(), "Sesi diakhiri administrator", 1);
        }
    }

    /** @return how many were ended; one's own session that asks is spared */
    @Transactional
    public int endAllOf(StaffId account, String username) {
        requireReach(account);
        int ended = records.endAll(
                account,
                current().orElse(null),
                SessionEnd.ENDED_BY_ADMINISTRATOR,
                currentStaff.require().id());
        if (ended > 0) {
            tell(username, "Semua sesi diakhiri administrator", ended);
        }
        return ended;
    }

    private void requireReach(StaffId account) {
        currentStaff.requireScope(accounts.get(account).office());
    }

    /** The one office that is within reach; null when all are. */
    private @Nullable String onlyOffice() {
        var member = currentStaff.require();
        return member.may(Permission.OFFICE_SPAN) ? null : member.office().value();
    }

    private List<Row> ofAccount(StaffId account) {
        return jdbc.sql(COLUMNS + " AND s.account_id = :account ORDER BY s.last_seen_at DESC, s.id LIMIT "
                        + MOST_OF_ONE)
                .param("unattended", UtcDateTime.of(records.unattendedSince()))
                .param("account", account.value())
                .query(row())
                .list();
    }

    private void tell(String username, String action, int sessions) {
        events.publishEvent(AuditEvent.of("Akun pegawai", username, action).changing("sesi terbuka", sessions, null));
    }

    private Optional<UUID> current() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof SignedInDetails details
                ? Optional.of(details.session())
                : Optional.empty();
    }

    private RowMapper<Row> row() {
        UUID current = current().orElse(null);
        return (row, number) -> {
            UUID id = row.getObject("id", UUID.class);
            return new Row(
                    id,
                    new StaffId(row.getObject("account_id", UUID.class)),
                    row.getString("username"),
                    row.getString("full_name"),
                    UtcDateTime.read(row, "started_at"),
                    UtcDateTime.read(row, "last_seen_at"),
                    row.getString("address"),
                    row.getString("device"),
                    SignInMethod.valueOf(row.getString("method")),
                    row.getBoolean("locked"),
                    id.equals(current));
        };
    }

    private static String part(String name) {
        return "%" + name.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}
