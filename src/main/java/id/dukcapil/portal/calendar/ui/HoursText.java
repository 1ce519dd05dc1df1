package id.dukcapil.portal.calendar.ui;

import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.calendar.ServiceWeek;
import id.dukcapil.portal.common.ui.Formats;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** Opening hours as they stand on the door of an office. */
final class HoursText {

    private HoursText() {}

    /** {@code 07.30–16.00} */
    static String open(ServiceHours hours) {
        return times(hours.opens(), hours.closes());
    }

    /** {@code istirahat 12.00–13.00}; empty without a rest. */
    static String rest(ServiceHours hours) {
        return hours.restFrom() == null || hours.restTo() == null
                ? ""
                : "istirahat " + times(hours.restFrom(), hours.restTo());
    }

    private static String times(LocalTime from, LocalTime to) {
        return Formats.time(from) + "–" + Formats.time(to);
    }

    /**
     * The usual week that these days show, weekdays with the same hours together: {@code Senin–Kamis 07.30–16.00,
     * istirahat 12.00–13.00}. Days on which the office departs from its usual hours are left out.
     */
    static List<String> week(List<OfficeDay> days) {
        var usual = new EnumMap<DayOfWeek, ServiceHours>(DayOfWeek.class);
        for (OfficeDay day : days) {
            if (day.hours() != null && day.exception() == null) {
                usual.putIfAbsent(day.date().getDayOfWeek(), day.hours());
            }
        }
        var spans = new ArrayList<Span>();
        usual.forEach((day, hours) -> {
            if (!spans.isEmpty() && spans.getLast().isContinuedBy(day, hours)) {
                spans.add(spans.removeLast().until(day));
            } else {
                spans.add(new Span(day, day, hours));
            }
        });
        return spans.stream().map(Span::words).toList();
    }

    /** The same of a week that is being entered. */
    static List<String> week(ServiceWeek week) {
        LocalDate monday = week.from().with(DayOfWeek.MONDAY);
        return week(monday.datesUntil(monday.plusWeeks(1))
                .map(date -> new OfficeDay(date, week.hours().get(date.getDayOfWeek()), null))
                .toList());
    }

    /** Weekdays in a row with the same hours. */
    private record Span(DayOfWeek first, DayOfWeek last, ServiceHours hours) {

        boolean isContinuedBy(DayOfWeek day, ServiceHours itsHours) {
            return last.plus(1) == day && hours.equals(itsHours);
        }

        Span until(DayOfWeek day) {
            return new Span(first, day, hours);
        }

        String words() {
            String days = first == last ? Formats.weekday(first) : Formats.weekday(first) + "–" + Formats.weekday(last);
            String rest = rest(hours);
            return days + " " + open(hours) + (rest.isEmpty() ? "" : ", " + rest);
        }
    }
}
