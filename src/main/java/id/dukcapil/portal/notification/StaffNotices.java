package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Snapshot;
import id.dukcapil.portal.common.StaffNotice.Many;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bell has for whoever is signed in: notices to the person, and to the lanes in which the person works. */
@Service
@PreAuthorize("isAuthenticated()")
public class StaffNotices {

    /** How many lines are shown, and up to how many unread ones are counted. */
    public static final int SHOWN = 30;

    /** So many notices are looked at to make the lines. */
    private static final int LOOKED_AT = 200;

    /** Older ones are no news; they are not counted and not shown. */
    private static final Duration NEWS = Duration.ofDays(14);

    private static final Duration READ_ONCE_IN = Duration.ofMillis(900);

    /** Among so many a withdrawn one is missed; a decision can be taken back for some seconds only. */
    private static final int RECENT = 20;

    private static final String MINE = """
            SELECT n.*, (r.staff_id IS NOT NULL OR n.created_at <= COALESCE(s.up_to, '1970-01-01')) AS is_read
            FROM (
              (SELECT * FROM notification_notice WHERE person_id = :me AND created_at > :since
               ORDER BY created_at DESC, id DESC LIMIT :limit)
              UNION ALL
              (SELECT * FROM notification_notice
               WHERE permission IN (:permissions) AND office_code IN (:offices) AND created_at > :since
                 AND (except_id IS NULL OR except_id <> :me)
               ORDER BY created_at DESC, id DESC LIMIT :limit)) n
            LEFT JOIN notification_notice_read r ON r.notice_id = n.id AND r.staff_id = :me
            LEFT JOIN notification_notices_seen s ON s.staff_id = :me
            ORDER BY n.created_at DESC, n.id DESC LIMIT :limit""";

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final Clock clock;
    private final Snapshot<String> newest;

    StaffNotices(JdbcClient jdbc, CurrentStaff staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
        newest = new Snapshot<>(this::readNewest, READ_ONCE_IN, clock);
    }

    /** The latest, newest first; those of a kind that can be summed up are one line. */
    @Transactional(readOnly = true)
    public List<Notice> latest() {
        StaffMember member = staff.require();
        List<NoticeLines.Told> told = jdbc.sql(MINE)
                .param("me", member.id().value())
                .param(
                        "permissions",
                        member.permissions().stream().map(Permission::name).toList())
                .param(
                        "offices",
                        staff.officesInScope().stream()
                                .map(Office::code)
                                .map(OfficeCode::value)
                                .toList())
                .param("since", UtcDateTime.of(clock.instant().minus(NEWS)))
                .param("limit", LOOKED_AT)
                .query(StaffNotices::told)
                .list();
        return NoticeLines.of(told).stream().limit(SHOWN).toList();
    }

    /**
     * Changes whenever anybody gets a notice or a recent one is withdrawn. However many pages ask, it is read about once a second, so that a page looks
     * for its own notices only when there may be some. Empty while it cannot be read.
     */
    public Optional<String> mark() {
        return newest.latest();
    }

    /** Of the person only; the same notices stay unread for others. */
    @Transactional
    public void markRead(Collection<UUID> read) {
        jdbc.sql("""
                        INSERT IGNORE INTO notification_notice_read (staff_id, notice_id)
                        SELECT :me, id FROM notification_notice WHERE id IN (:read)""")
                .param("me", staff.require().id().value())
                .param("read", read)
                .update();
    }

    /** Everything up to and including that notice; what came since then stays unread. */
    @Transactional
    public void markAllRead(Instant upTo) {
        jdbc.sql("""
                        INSERT INTO notification_notices_seen (staff_id, up_to) VALUES (:me, :upTo)
                        ON DUPLICATE KEY UPDATE up_to = GREATEST(up_to, :upTo)""")
                .param("me", staff.require().id().value())
                .param("upTo", UtcDateTime.of(upTo))
                .update();
    }

    private String readNewest() {
        return String.join(
                " ",
                jdbc.sql("SELECT id FROM notification_notice ORDER BY created_at DESC, id DESC LIMIT " + RECENT)
                        .query(OneColumn.TEXT)
                        .list());
    }

    private static NoticeLines.Told told(ResultSet row, int number) throws SQLException {
        String manyText = row.getString("many_text");
        return new NoticeLines.Told(
                row.getObject("id", UUID.class),
                UtcDateTime.read(row, "created_at"),
                row.getString("kind"),
                row.getString("text"),
                row.getString("link"),
                manyText == null ? null : new Many(manyText, row.getString("many_link")),
                row.getBoolean("is_read"));
    }
}
