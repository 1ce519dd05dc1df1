package id.dukcapil.portal.booking;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All sub-district counters with days that take as many bookings as a day can, for measurements against the real clock. As
 * one of them is not enough for a long storm, one office after the other is stormed, and one day after the other.
 *
 * @param days working days from about a week from today
 * @param seats of each day at each office that are stormed before the next one is
 */
record OpenedOffices(List<String> codes, List<LocalDate> days, int seats) {

    private static final int DAYS = 4;

    /** As many as a day can have. */
    private static final int CAPACITY = 5_000;

    /** What is stormed at one time. */
    record Place(String office, LocalDate day) {}

    /** Opens them to callers without a limit per minute. */
    static OpenedOffices in(JdbcClient jdbc, int seats) {
        List<LocalDate> days = workingDays(jdbc);
        days.forEach(day -> jdbc.sql("""
                        INSERT INTO booking_quota_day (office_code, service_date, capacity, reserved_internal, follows_rule)
                        SELECT code, ?, ?, 0, FALSE FROM staff_office WHERE kind = 'UKL'""").params(day, CAPACITY).update());
        jdbc.sql("UPDATE channel_client SET requests_per_minute = 100000000").update();
        List<String> codes = jdbc.sql("SELECT code FROM staff_office WHERE kind = 'UKL' ORDER BY code")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
        return new OpenedOffices(codes, days, seats);
    }

    private static List<LocalDate> workingDays(JdbcClient jdbc) {
        LocalDate today = jdbc.sql("SELECT CURDATE()").query(LocalDate.class).single();
        return today.plusDays(7)
                .datesUntil(today.plusDays(28))
                .filter(day -> day.getDayOfWeek().getValue() <= 4 && !isHoliday(jdbc, day))
                .limit(DAYS)
                .toList();
    }

    private static boolean isHoliday(JdbcClient jdbc, LocalDate day) {
        return jdbc.sql("SELECT COUNT(*) FROM calendar_holiday WHERE holiday_date = ?")
                        .param(day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The office and the day that the caller of this turn storms. */
    Place at(int turn) {
        int place = turn / seats;
        return new Place(codes.get(place % codes.size()), days.get(place / codes.size()));
    }
}
