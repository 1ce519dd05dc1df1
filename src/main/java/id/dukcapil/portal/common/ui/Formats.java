package id.dukcapil.portal.common.ui;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;

/** Dates, times and numbers as an Indonesian office writes them. Times are shown in the zone of the office. */
public final class Formats {

    public static final Locale INDONESIAN = Locale.of("id", "ID");

    private static final Set<String> INDONESIAN_ZONES =
            Set.of("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura", "Asia/Ujung_Pandang");

    private static final DateTimeFormatter DATE = pattern("d MMMM uuuu");
    private static final DateTimeFormatter LONG_DATE = pattern("EEEE, d MMMM uuuu");
    private static final DateTimeFormatter SHORT_DATE = pattern("EEE, d MMM");
    private static final DateTimeFormatter TIME = pattern("HH.mm");
    private static final DateTimeFormatter SHORT_DATE_TIME = pattern("EEE, d MMM HH.mm");
    private static final DateTimeFormatter DATE_TIME = pattern("d MMMM uuuu, HH.mm");
    private static final DateTimeFormatter MONTH = pattern("MMMM uuuu");

    private Formats() {}

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, INDONESIAN);
    }

    /** {@code 21 November 2026} */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** {@code Senin, 7 Desember 2026} */
    public static String longDate(LocalDate date) {
        return LONG_DATE.format(date);
    }

    /** {@code Sab, 21 Nov} */
    public static String shortDate(LocalDate date) {
        return SHORT_DATE.format(date);
    }

    /** {@code Senin} */
    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, INDONESIAN);
    }

    /** {@code Sen} */
    public static String shortWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, INDONESIAN);
    }

    /** {@code Desember 2026} */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** {@code 09.15} */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** {@code 09.15} in the office's zone. */
    public static String time(Instant instant, ZoneId office) {
        return TIME.format(instant.atZone(office));
    }

    /** {@code Sab, 21 Nov 09.15}, for lists. */
    public static String shortDateTime(Instant instant, ZoneId office) {
        return SHORT_DATE_TIME.format(instant.atZone(office));
    }

    public static String shortDateTime(LocalDateTime local) {
        return SHORT_DATE_TIME.format(local);
    }

    /** {@code 21 November 2026, 09.15 WIB}, where it must be beyond doubt. */
    public static String dateTime(Instant instant, ZoneId office) {
        return DATE_TIME.format(instant.atZone(office)) + " " + zone(office, instant);
    }

    /** WIB, WITA or WIT for the three Indonesian zones, else the name of the zone. */
    public static String zone(ZoneId zone) {
        return zone(zone, Instant.EPOCH.plus(Duration.ofDays(20_000)));
    }

    private static String zone(ZoneId zone, Instant at) {
        if (!INDONESIAN_ZONES.contains(zone.getId())) {
            return zone.getId();
        }
        return switch (zone.getRules().getOffset(at).getTotalSeconds() / 3600) {
            case 7 -> "WIB";
            case 8 -> "WITA";
            default -> "WIT";
        };
    }

    /** {@code 1.234} */
    public static String number(long number) {
        return new DecimalFormat("#,##0", symbols()).format(number);
    }

    /** At most one decimal: {@code 12,5} */
    public static String decimal(double number) {
        return new DecimalFormat("#,##0.#", symbols()).format(number);
    }

    /** {@code 66,4%} of a ratio between 0 and 1. */
    public static String percent(double ratio) {
        return new DecimalFormat("#,##0.#", symbols()).format(ratio * 100) + "%";
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(INDONESIAN);
    }

    /** {@code 42 mnt}, {@code 2 jam 10 mnt}, {@code 3 hari 4 jam}; the sign is left to the sentence around it. */
    public static String duration(Duration duration) {
        Duration length = duration.abs();
        if (length.toDays() > 0) {
            return two(length.toDays(), "hari", length.toHoursPart(), "jam");
        }
        if (length.toHours() > 0) {
            return two(length.toHours(), "jam", length.toMinutesPart(), "mnt");
        }
        return length.toMinutes() + " mnt";
    }

    /** {@code 42 mnt}, {@code 26 jam 10 mnt}; never in days, because a day of work does not have 24 hours. */
    public static String workingTime(Duration duration) {
        Duration length = duration.abs();
        return length.toHours() > 0
                ? two(length.toHours(), "jam", length.toMinutesPart(), "mnt")
                : length.toMinutes() + " mnt";
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
