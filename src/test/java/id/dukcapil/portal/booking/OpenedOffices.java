package id.dukcapil.portal.booking;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All sub-district counters with one day that takes as many bookings as a day can, for measurements against the real clock.
 * As that is not enough for a long storm, one office after the other is stormed.
 *
 * @param day a working day about a week from today
 * @param seats of the day at each office
 */
record OpenedOffices(List<String> codes, LocalDate day, int seats) {

    /** Opens them to callers without a limit per minute. */
    static OpenedOffices in(JdbcClient jdbc, int seats) {
        LocalDate day = workingDay(jdbc);
        jdbc.sql("""
                        INSERT INTO booking_quota_day (office_code, service_date, capacity, reserved_internal, follows_rule)
                        SELECT code, ?, ?, 0, FALSE FROM staff_office WHERE kind = 'UKL'""").params(day, seats).update();
        jdbc.sql("UPDATE channel_client SET requests_per_minute = 100000000").update();
        List<String> codes = jdbc.sql("SELECT code FROM staff_office WHERE kind = 'UKL' ORDER BY code")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
        return new OpenedOffices(codes, day, seats);
    }

    private static LocalDate workingDay(JdbcClient jdbc) {
        LocalDate day =
                jdbc.sql("SELECT CURDATE()").query(LocalDate.class).single().plusDays(7);
        while (day.getDayOfWeek().getValue() > 4 || isHoliday(jdbc, day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isHoliday(JdbcClient jdbc, LocalDate day) {
        return jdbc.sql("SELECT COUNT(*) FROM calendar_holiday WHERE holiday_date = ?")
                        .param(day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The office that the caller of this turn storms. */
    String at(int turn) {
        return codes.get(turn / seats);
    }
}
