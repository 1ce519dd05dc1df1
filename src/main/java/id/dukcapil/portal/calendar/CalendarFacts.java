package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.OfficeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the calendar stands on, one query per table for any number of offices and days. */
@Repository
class CalendarFacts {

    private static final RowMapper<Holiday> HOLIDAY = (row, number) -> new Holiday(
            row.getObject("holiday_date", LocalDate.class),
            row.getString("name"),
            Holiday.Kind.valueOf(row.getString("kind")),
            row.getString("basis"),
            row.getString("source"),
            row.getString("certainty"),
            officeOrNone(row));

    private static final RowMapper<Life> LIFE = (row, number) -> new Life(
            new OfficeCode(row.getString("code")),
            new ServicePeriod(
                    row.getObject("serves_from", LocalDate.class),
                    row.getObject("closed_from", LocalDate.class),
                    row.getString("closure_reason")));

    /** An office and how long it serves. */
    private record Life(OfficeCode office, ServicePeriod period) {}

    private static final RowMapper<Place> PLACE =
            (row, number) -> new Place(new OfficeCode(row.getString("code")), ZoneId.of(row.getString("time_zone")));

    /** An office and the zone its hours are written in. */
    private record Place(OfficeCode office, ZoneId zone) {}

    private static final RowMapper<Ramadan> RAMADAN = (row, number) -> new Ramadan(
            row.getObject("from_date", LocalDate.class),
            row.getObject("to_date", LocalDate.class),
            row.getString("certainty"));

    private static final RowMapper<Integer> YEAR = (row, number) -> row.getInt(1);

    private static final RowMapper<OfficeHours> HOURS = (row, number) -> new OfficeHours(
            new OfficeCode(row.getString("office_code")),
            DayOfWeek.of(row.getInt("weekday")),
            hours(row),
            Period.valueOf(row.getString("period")),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class));

    private static final RowMapper<ServiceOverride> OVERRIDE = (row, number) -> new ServiceOverride(
            new OfficeCode(row.getString("office_code")),
            row.getObject("override_date", LocalDate.class),
            row.getBoolean("serves"),
            row.getString("opens") == null ? null : hours(row),
            row.getString("reason"));

    private static final String HOLIDAYS_BETWEEN = """
            SELECT holiday_date, name, kind, basis, source, certainty, office_code FROM calendar_holiday
            WHERE holiday_date BETWEEN :from AND :to ORDER BY holiday_date, kind DESC, name""";

    private static final String RAMADANS_BETWEEN = """
            SELECT from_date, to_date, certainty FROM calendar_ramadan
            WHERE from_date <= :to AND to_date >= :from""";

    private static final String NEXT_RAMADAN = """
            SELECT from_date, to_date, certainty FROM calendar_ramadan
            WHERE to_date >= :date ORDER BY from_date LIMIT 1""";

    private static final String BEGINNINGS_AND_ENDS = """
            SELECT code, serves_from, closed_from, closure_reason FROM staff_office
            WHERE code IN (:offices) AND (serves_from IS NOT NULL OR closed_from IS NOT NULL)""";

    private final JdbcClient jdbc;

    CalendarFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By date; on one date national holidays first. */
    List<Holiday> holidays(LocalDate from, LocalDate to) {
        return jdbc.sql(HOLIDAYS_BETWEEN)
                .param("from", from)
                .param("to", to)
                .query(HOLIDAY)
                .list();
    }

    List<Ramadan> ramadans(LocalDate from, LocalDate to) {
        return jdbc.sql(RAMADANS_BETWEEN)
                .param("from", from)
                .param("to", to)
                .query(RAMADAN)
                .list();
    }

    Optional<Ramadan> ramadanNotOverBefore(LocalDate date) {
        return jdbc.sql(NEXT_RAMADAN).param("date", date).query(RAMADAN).optional();
    }

    List<Integer> yearsWithHolidays() {
        return jdbc.sql("SELECT DISTINCT YEAR(holiday_date) FROM calendar_holiday ORDER BY 1")
                .query(YEAR)
                .list();
    }

    /** Only offices whose service begins or ends somewhere; all others have always served. */
    Map<OfficeCode, ServicePeriod> servicePeriods(Collection<OfficeCode> offices) {
        return jdbc.sql(BEGINNINGS_AND_ENDS).param("offices", codes(offices)).query(LIFE).list().stream()
                .collect(Collectors.toMap(Life::office, Life::period));
    }

    /** The zone of each office; one that does not exist is missing. */
    Map<OfficeCode, ZoneId> timeZones(Collection<OfficeCode> offices) {
        return jdbc
                .sql("SELECT code, time_zone FROM staff_office WHERE code IN (:offices)")
                .param("offices", codes(offices))
                .query(PLACE)
                .list()
                .stream()
                .collect(Collectors.toMap(Place::office, Place::zone));
    }

    /** All hours an office ever had or will have of its own. */
    List<OfficeHours> officeHours(OfficeCode office) {
        return officeHours(List.of(office), LocalDate.EPOCH, LocalDate.of(9999, 12, 31));
    }

    List<OfficeHours> officeHours(Collection<OfficeCode> offices, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT office_code, weekday, opens, closes, rest_from, rest_to, period, valid_from, valid_to
                        FROM calendar_office_hours
                        WHERE office_code IN (:offices) AND valid_from <= :to
                          AND (valid_to IS NULL OR valid_to >= :from)""")
                .param("offices", codes(offices))
                .param("from", from)
                .param("to", to)
                .query(HOURS)
                .list();
    }

    List<ServiceOverride> overrides(Collection<OfficeCode> offices, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT office_code, override_date, serves, opens, closes, rest_from, rest_to, reason
                        FROM calendar_service_override
                        WHERE office_code IN (:offices) AND override_date BETWEEN :from AND :to""")
                .param("offices", codes(offices))
                .param("from", from)
                .param("to", to)
                .query(OVERRIDE)
                .list();
    }

    private static List<String> codes(Collection<OfficeCode> offices) {
        return offices.stream().map(OfficeCode::value).toList();
    }

    private static @Nullable OfficeCode officeOrNone(ResultSet row) throws SQLException {
        String code = row.getString("office_code");
        return code == null ? null : new OfficeCode(code);
    }

    private static ServiceHours hours(ResultSet row) throws SQLException {
        return new ServiceHours(
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                timeOrNone(row, "rest_from"),
                timeOrNone(row, "rest_to"));
    }

    private static @Nullable LocalTime timeOrNone(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }
}
