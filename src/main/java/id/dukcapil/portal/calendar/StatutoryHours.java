package id.dukcapil.portal.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The hours of Perpres 21/2023 for five working days: 37 h 30 min a week without rest, in Ramadan 32 h 30 min; on
 * Fridays the rest is longer. They hold for every office that has no hours of its own.
 */
final class StatutoryHours {

    private static final ServiceHours MONDAY_TO_THURSDAY = hours("07:30", "16:00", "12:00", "13:00");
    private static final ServiceHours FRIDAY = hours("07:30", "16:30", "11:30", "13:00");
    private static final ServiceHours RAMADAN_MONDAY_TO_THURSDAY = hours("08:00", "15:00", "12:00", "12:30");
    private static final ServiceHours RAMADAN_FRIDAY = hours("08:00", "15:30", "11:30", "12:30");

    private StatutoryHours() {}

    static Optional<ServiceHours> on(DayOfWeek weekday, Period period) {
        return switch (weekday) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY ->
                Optional.of(
                        switch (period) {
                            case NORMAL -> MONDAY_TO_THURSDAY;
                            case RAMADAN -> RAMADAN_MONDAY_TO_THURSDAY;
                        });
            case FRIDAY ->
                Optional.of(
                        switch (period) {
                            case NORMAL -> FRIDAY;
                            case RAMADAN -> RAMADAN_FRIDAY;
                        });
            case SATURDAY, SUNDAY -> Optional.empty();
        };
    }

    private static ServiceHours hours(String opens, String closes, String restFrom, String restTo) {
        return new ServiceHours(
                LocalTime.parse(opens), LocalTime.parse(closes), LocalTime.parse(restFrom), LocalTime.parse(restTo));
    }
}
