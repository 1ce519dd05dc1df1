package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.RecordRow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the calendar stands on, one query per table for any number of offices and days. */
@Repository
class CalendarFacts {

    private static final RowMapper<Holiday> HOLIDAY =
            RecordRow.of(Holiday.class).from("date", "holiday_date");

    private static final RowMapper<Life> LIFE = RecordRow.of(Life.class)
            .from("office", "code")
            .with(
                    "period",
                    RecordRow.of(ServicePeriod.class)
                            .from("from", "serves_from")
                            .from("reason", "closure_reason"));

    /** An office and how long it serves. */
    private record Life(OfficeCode office, ServicePeriod period) {}

    private static final RowMapper<Place> PLACE =
            RecordRow.of(Place.class).from("office", "code").from("zone", "time_zone");

    /** An office and the zone its hours are written in. */
    private record Place(OfficeCode office, ZoneId zone) {}

    private static final RowMapper<Ramadan> RAMADAN =
            RecordRow.of(Ramadan.class).from("from", "from_date").from("to", "to_date");

    private static final RowMapper<OfficeHours> HOURS =
            RecordRow.of(OfficeHours.class).with("weekday", (row, number) -> DayOfWeek.of(row.getInt("weekday")));

    private static final RowMapper<ServiceHours> SERVICE_HOURS = RecordRow.of(ServiceHours.class);

    private static final RowMapper<ServiceOverride> OVERRIDE = RecordRow.of(ServiceOverride.class)
            .from("date", "override_date")
            .with("hours", (row, number) -> row.getString("opens") == null ? null : SERVICE_HOURS.mapRow(row, number));

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
                .query(OneColumn.NUMBER)
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
}
