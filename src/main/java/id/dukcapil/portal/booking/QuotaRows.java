package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The counted days. Seats are given out while the day's row is locked, or one seat is taken by one conditional UPDATE;
 * either way nobody checks first and takes later, and the database lets through exactly as many as there are seats, from
 * any number of processes.
 */
@Repository
class QuotaRows {

    /** A day that has come into being; days without a row follow the weekday rules. */
    record Row(
            OfficeCode office,
            LocalDate date,
            QuotaRule quota,
            int booked,
            int bookedInternal,
            boolean followsRule,
            @Nullable String closure,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            long version) {

        static Row notYetInBeing(OfficeCode office, LocalDate date, QuotaRule rule) {
            return new Row(office, date, rule, 0, 0, true, null, null, null, 0);
        }
    }

    private static final String SEAT_FOR_THE_PUBLIC =
            "booked - LEAST(booked_internal, reserved_internal) < capacity - reserved_internal";
    private static final String SEAT_FOR_STAFF = "booked < capacity";
    private static final String ONE_DAY = " WHERE office_code = :office AND service_date = :date";

    private static final RowMapper<QuotaRule> QUOTA =
            RecordRow.of(QuotaRule.class).from("reserved", "reserved_internal");
    private static final RowMapper<Row> ROW = RecordRow.of(Row.class)
            .from("date", "service_date")
            .with("quota", QUOTA)
            .with("closure", (row, number) -> row.getBoolean("closed") ? row.getString("closure_reason") : null);
    private static final RowMapper<FreeSeats> SEATS =
            (row, number) -> new FreeSeats(ROW.mapRow(row, number), row.getInt("last_number"));
    private static final RowMapper<WeekdayRule> RULE = RecordRow.of(WeekdayRule.class)
            .with("weekday", (row, number) -> DayOfWeek.of(row.getInt("weekday")))
            .with("quota", QUOTA);

    private record OfficeRule(OfficeCode office, WeekdayRule rule) {}

    private static final RowMapper<OfficeRule> OFFICE_RULE =
            RecordRow.of(OfficeRule.class).with("rule", RULE);

    private static final RowMapper<QuotaChange> CHANGE =
            RecordRow.of(QuotaChange.class).from("at", "changed_at");

    private final JdbcClient jdbc;
    private final Clock clock;

    QuotaRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Row> between(OfficeCode office, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT * FROM booking_quota_day
                        WHERE office_code = :office AND service_date BETWEEN :from AND :to""")
                .param("office", office.value())
                .param("from", from)
                .param("to", to)
                .query(ROW)
                .list();
    }

    /** The days of many offices that have come into being, in one statement. */
    List<Row> between(Collection<OfficeCode> offices, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT * FROM booking_quota_day
                        WHERE office_code IN (:offices) AND service_date BETWEEN :from AND :to""")
                .param("offices", codes(offices))
                .param("from", from)
                .param("to", to)
                .query(ROW)
                .list();
    }

    /** Bookings of that day that have not been checked in. */
    int expected(OfficeCode office, LocalDate day) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM booking_booking WHERE office_code = ? AND service_date = ? AND status = ?")
                .params(office.value(), day, BookingStatus.BOOKED.name())
                .query(Integer.class)
                .single();
    }

    private static List<String> codes(Collection<OfficeCode> offices) {
        return offices.stream().map(OfficeCode::value).toList();
    }

    Optional<Row> find(OfficeCode office, LocalDate date) {
        return jdbc.sql("SELECT * FROM booking_quota_day" + ONE_DAY)
                .param("office", office.value())
                .param("date", date)
                .query(ROW)
                .optional();
    }

    /** Reads the day and keeps everyone else from changing it until the transaction ends. */
    Row lock(OfficeCode office, LocalDate date, QuotaRule whenNew) {
        bringIntoBeing(office, date, whenNew);
        return jdbc.sql("SELECT * FROM booking_quota_day" + ONE_DAY + " FOR UPDATE")
                .param("office", office.value())
                .param("date", date)
                .query(ROW)
                .single();
    }

    /** The seats of the day, to be given out while everybody else waits; {@link #countUp} ends it. */
    FreeSeats lockSeats(OfficeCode office, LocalDate date, Supplier<QuotaRule> whenNew) {
        return lockedSeats(office, date).orElseGet(() -> {
            bringIntoBeing(office, date, whenNew.get());
            return lockedSeats(office, date).orElseThrow();
        });
    }

    private Optional<FreeSeats> lockedSeats(OfficeCode office, LocalDate date) {
        return jdbc.sql("SELECT * FROM booking_quota_day" + ONE_DAY + " FOR UPDATE")
                .param("office", office.value())
                .param("date", date)
                .query(SEATS)
                .optional();
    }

    /** Enters what was given out since {@link #lockSeats}; a day of which nothing was ever given goes out of being. */
    void countUp(OfficeCode office, LocalDate date, FreeSeats seats) {
        if (seats.taken() == 0) {
            if (seats.neverGivenOut()) {
                forgetUntouched(office, date);
            }
            return;
        }
        jdbc.sql("UPDATE booking_quota_day SET booked = booked + :taken, last_number = last_number + :taken,"
                        + " booked_internal = booked_internal + :internal" + ONE_DAY)
                .param("taken", seats.taken())
                .param("internal", seats.takenByStaff())
                .param("office", office.value())
                .param("date", date)
                .update();
    }

    private void forgetUntouched(OfficeCode office, LocalDate date) {
        jdbc.sql("DELETE FROM booking_quota_day" + ONE_DAY + " AND last_number = 0 AND version = 0")
                .param("office", office.value())
                .param("date", date)
                .update();
    }

    /**
     * Takes a seat and the next number of the day.
     *
     * @return the number, or nothing when no seat is free or the day is closed
     */
    OptionalInt takeSeat(OfficeCode office, LocalDate date, boolean internal, QuotaRule whenNew) {
        if (!countUp(office, date, internal)) {
            if (find(office, date).isPresent()) {
                return OptionalInt.empty();
            }
            bringIntoBeing(office, date, whenNew);
            if (!countUp(office, date, internal)) {
                return OptionalInt.empty();
            }
        }
        // The row is locked by this transaction now, so this is the number just taken
        return OptionalInt.of(jdbc.sql("SELECT last_number FROM booking_quota_day" + ONE_DAY)
                .param("office", office.value())
                .param("date", date)
                .query((row, number) -> row.getInt(1))
                .single());
    }

    private boolean countUp(OfficeCode office, LocalDate date, boolean internal) {
        return jdbc.sql("UPDATE booking_quota_day SET booked = booked + 1, last_number = last_number + 1,"
                                + " booked_internal = booked_internal + :internal" + ONE_DAY + " AND NOT closed AND "
                                + (internal ? SEAT_FOR_STAFF : SEAT_FOR_THE_PUBLIC))
                        .param("internal", internal ? 1 : 0)
                        .param("office", office.value())
                        .param("date", date)
                        .update()
                == 1;
    }

    /**
     * Passes a seat that is taken on to somebody else, who gets the next number of the day; the day has no seat more or
     * less. Whoever gets it was received by staff.
     *
     * @param internal whether it was given by staff before
     */
    int passSeat(OfficeCode office, LocalDate date, boolean internal) {
        jdbc.sql("UPDATE booking_quota_day SET last_number = last_number + 1,"
                        + " booked_internal = booked_internal + :change" + ONE_DAY)
                .param("change", internal ? 0 : 1)
                .param("office", office.value())
                .param("date", date)
                .update();
        return jdbc.sql("SELECT last_number FROM booking_quota_day" + ONE_DAY)
                .param("office", office.value())
                .param("date", date)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Gives a seat back; its number stays with the booking that held it. */
    void returnSeat(OfficeCode office, LocalDate date, boolean internal) {
        jdbc.sql("UPDATE booking_quota_day SET booked = booked - 1, booked_internal = booked_internal - :internal"
                        + ONE_DAY)
                .param("internal", internal ? 1 : 0)
                .param("office", office.value())
                .param("date", date)
                .update();
    }

    /** ON DUPLICATE KEY takes the exclusive lock at once; INSERT IGNORE would share it and invite deadlocks. */
    private void bringIntoBeing(OfficeCode office, LocalDate date, QuotaRule quota) {
        jdbc.sql("""
                        INSERT INTO booking_quota_day
                          (office_code, service_date, capacity, reserved_internal, follows_rule)
                        VALUES (:office, :date, :capacity, :reserved, TRUE)
                        ON DUPLICATE KEY UPDATE service_date = service_date""")
                .param("office", office.value())
                .param("date", date)
                .param("capacity", quota.capacity())
                .param("reserved", quota.reserved())
                .update();
    }

    /** Writes a planner's decision; the caller holds the lock and has checked it. */
    void write(Row day, String changedBy) {
        jdbc.sql("""
                        UPDATE booking_quota_day SET capacity = :capacity, reserved_internal = :reserved,
                          follows_rule = :follows, closed = :closed, closure_reason = :closure,
                          changed_by = :by, changed_at = :at, version = version + 1""" + ONE_DAY)
                .param("capacity", day.quota().capacity())
                .param("reserved", day.quota().reserved())
                .param("follows", day.followsRule())
                .param("closed", day.closure() != null)
                .param("closure", day.closure())
                .param("by", changedBy)
                .param("at", utcNow())
                .param("office", day.office().value())
                .param("date", day.date())
                .update();
    }

    List<WeekdayRule> rules(OfficeCode office) {
        return jdbc.sql("SELECT * FROM booking_weekday_rule WHERE office_code = ? ORDER BY weekday, valid_from")
                .param(office.value())
                .query(RULE)
                .list();
    }

    /** The rules of many offices in one statement. */
    Map<OfficeCode, List<WeekdayRule>> rules(Collection<OfficeCode> offices) {
        var rules = new HashMap<OfficeCode, List<WeekdayRule>>();
        jdbc.sql("SELECT * FROM booking_weekday_rule WHERE office_code IN (:offices) ORDER BY weekday, valid_from")
                .param("offices", codes(offices))
                .query(OFFICE_RULE)
                .list()
                .forEach(rule -> rules.computeIfAbsent(rule.office(), office -> new ArrayList<>())
                        .add(rule.rule()));
        return rules;
    }

    void writeRule(OfficeCode office, WeekdayRule rule, String enteredBy) {
        jdbc.sql("""
                        INSERT INTO booking_weekday_rule
                          (id, office_code, weekday, capacity, reserved_internal, valid_from, valid_to,
                           entered_by, entered_at)
                        VALUES (UUID(), :office, :weekday, :capacity, :reserved, :from, :to, :by, :at)
                        ON DUPLICATE KEY UPDATE capacity = VALUES(capacity), valid_to = VALUES(valid_to),
                          reserved_internal = VALUES(reserved_internal), entered_by = VALUES(entered_by),
                          entered_at = VALUES(entered_at)""")
                .param("office", office.value())
                .param("weekday", rule.weekday().getValue())
                .param("capacity", rule.quota().capacity())
                .param("reserved", rule.quota().reserved())
                .param("from", rule.validFrom())
                .param("to", rule.validTo())
                .param("by", enteredBy)
                .param("at", utcNow())
                .update();
    }

    void recordChange(OfficeCode office, @Nullable LocalDate date, String description, String changedBy) {
        jdbc.sql("""
                        INSERT INTO booking_quota_change
                          (id, office_code, service_date, description, changed_by, changed_at)
                        VALUES (UUID(), :office, :date, :description, :by, :at)""")
                .param("office", office.value())
                .param("date", date)
                .param("description", description)
                .param("by", changedBy)
                .param("at", utcNow())
                .update();
    }

    List<QuotaChange> changes(OfficeCode office, LocalDate date) {
        return jdbc.sql("""
                        SELECT description, changed_by, changed_at FROM booking_quota_change
                        WHERE office_code = :office AND service_date = :date ORDER BY changed_at DESC LIMIT 50""")
                .param("office", office.value())
                .param("date", date)
                .query(CHANGE)
                .list();
    }

    private LocalDateTime utcNow() {
        return UtcDateTime.of(clock.instant());
    }
}
