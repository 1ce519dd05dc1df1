package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The windows that planners have entered, one row for each time; nothing is ever changed in it. */
@Repository
class WindowRows {

    /** @param ordinal 1 for the first of its office, and so on */
    record Row(
            OfficeCode office, int ordinal, BookingWindow window, String reason, String enteredBy, Instant enteredAt) {}

    private static final RowMapper<Row> ROW = RecordRow.of(Row.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    WindowRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What holds now, in one statement for all; offices without any are missing. */
    Map<OfficeCode, Row> of(Collection<OfficeCode> offices) {
        if (offices.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT w.* FROM booking_window w WHERE w.office_code IN (:offices) AND w.ordinal =
                          (SELECT MAX(l.ordinal) FROM booking_window l WHERE l.office_code = w.office_code)""")
                .param("offices", offices.stream().map(OfficeCode::value).toList())
                .query(ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::office, Function.identity()));
    }

    /** The latest first. */
    List<Row> history(OfficeCode office) {
        return jdbc.sql("SELECT * FROM booking_window WHERE office_code = :office ORDER BY ordinal DESC LIMIT 50")
                .param("office", office.value())
                .query(ROW)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else has just entered one of that ordinal */
    void enter(OfficeCode office, int ordinal, BookingWindow window, String reason, String enteredBy) {
        jdbc.sql("""
                        INSERT INTO booking_window (office_code, ordinal, days_ahead, opens_at, binds_staff,
                          channel_percent, release_at, reason, entered_by, entered_at)
                        VALUES (:office, :ordinal, :days, :opens, :staff, :percent, :release, :reason, :by, :at)""")
                .param("office", office.value())
                .param("ordinal", ordinal)
                .param("days", window.daysAhead())
                .param("opens", window.opensAt())
                .param("staff", window.bindsStaff())
                .param("percent", window.channelPercent())
                .param("release", window.releaseAt())
                .param("reason", reason)
                .param("by", enteredBy)
                .param("at", UtcDateTime.of(clock.instant()))
                .update();
    }
}
