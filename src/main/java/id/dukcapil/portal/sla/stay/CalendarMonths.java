package id.dukcapil.portal.sla.stay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Sha256;
import id.dukcapil.portal.common.UtcDateTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which days and hours the ledger stands on, by office and month, and which cases touch a month. */
@Component
public class CalendarMonths {

    /** Further back nobody changes a calendar. */
    private static final int MONTHS = 14;

    private final OfficeCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarMonths(OfficeCalendar calendar, JdbcClient jdbc, Clock clock) {
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param hash of its days and hours as they are now */
    public record Month(OfficeCode office, YearMonth month, String hash) {}

    /** Those that are not what the ledger stands on; one that is looked at for the first time is kept as it is. */
    public List<Month> changed() {
        Map<String, String> known = jdbc
                .sql("SELECT CONCAT(office_code, ' ', month), hash FROM sla_calendar_month")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var changed = new ArrayList<Month>();
        for (Month month : now()) {
            String before = known.get(month.office() + " " + month.month().atDay(1));
            if (before == null) {
                keep(month);
            } else if (!before.equals(month.hash())) {
                changed.add(month);
            }
        }
        return changed;
    }

    private List<Month> now() {
        List<OfficeCode> offices = jdbc.sql("SELECT code FROM staff_office").query(OneColumn.TEXT).list().stream()
                .map(OfficeCode::new)
                .toList();
        YearMonth last = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        LocalDate from = last.minusMonths(MONTHS).atDay(1);
        var months = new ArrayList<Month>();
        calendar.days(offices, from, last.atEndOfMonth())
                .forEach((office, days) -> days.stream()
                        .collect(groupingBy(day -> YearMonth.from(day.date())))
                        .forEach((month, some) -> months.add(new Month(office, month, hash(some)))));
        return months;
    }

    private static String hash(List<OfficeDay> days) {
        return Sha256.hex(days.stream()
                .map(day -> "%s %s".formatted(day.date(), day.hours()))
                .collect(joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** A short sign of which days and hours those offices worked by: the same as long as nobody changes them. */
    public String edition(List<OfficeCode> offices, LocalDate from, LocalDate to) {
        Map<OfficeCode, List<OfficeDay>> days = calendar.days(offices, from, to);
        String text = offices.stream()
                .flatMap(code -> days.getOrDefault(code, List.of()).stream()
                        .map(day -> "%s%s%s".formatted(code, day.date(), day.hours())))
                .collect(joining());
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    public void keep(Month month) {
        jdbc.sql("""
                        INSERT INTO sla_calendar_month (office_code, month, hash) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE hash = VALUE(hash)""")
                .params(month.office().value(), month.month().atDay(1), month.hash())
                .update();
    }

    /** All that were under way in it. */
    public List<UUID> cases(Month month) {
        return jdbc.sql("""
                        SELECT id FROM sla_case
                        WHERE office_code = :office AND opened_at < :until AND (closed_at IS NULL OR closed_at >= :from)""")
                .param("office", month.office().value())
                .param("from", dayBefore(month.month().atDay(1)))
                .param("until", dayBefore(month.month().plusMonths(1).atDay(2)))
                .query(OneColumn.ID)
                .list();
    }

    /** Wide enough for every zone of the country. */
    private static Object dayBefore(LocalDate day) {
        Instant start = day.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return UtcDateTime.of(start);
    }

    /** Cases with steps that are over and nothing in the ledger: followed by a version of the portal that had none. */
    public List<UUID> withoutStays(int limit) {
        return jdbc.sql("""
                        SELECT DISTINCT i.case_id FROM sla_interval i LEFT JOIN sla_stay s ON s.case_id = i.case_id
                        WHERE i.to_at IS NOT NULL AND s.id IS NULL LIMIT ?""").param(limit).query(OneColumn.ID).list();
    }
}
