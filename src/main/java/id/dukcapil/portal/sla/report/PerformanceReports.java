package id.dukcapil.portal.sla.report;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.CalendarMonths;
import id.dukcapil.portal.sla.stay.Question;
import id.dukcapil.portal.sla.stay.StayFacts;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How the offices perform; everybody sees the offices within reach. */
@Service
@PreAuthorize("hasAuthority('REPORT_READ')")
public class PerformanceReports {

    private final StayFacts facts;
    private final OpenCases openCases;
    private final CalendarMonths months;
    private final CurrentStaff staff;
    private final JdbcClient jdbc;

    PerformanceReports(
            StayFacts facts, OpenCases openCases, CalendarMonths months, CurrentStaff staff, JdbcClient jdbc) {
        this.facts = facts;
        this.openCases = openCases;
        this.months = months;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Two periods of the same offices and procedure. */
    public record Comparison(Answer now, Answer before, Question period, Question periodBefore) {}

    /** Both periods at once, on two processors. */
    public Comparison compare(ReportFilter filter) {
        Question period = question(filter);
        Question before = period.before();
        var earlier = CompletableFuture.supplyAsync(() -> facts.answer(before));
        return new Comparison(facts.answer(period), earlier.join(), period, before);
    }

    public Answer answer(ReportFilter filter) {
        return facts.answer(question(filter));
    }

    private Question question(ReportFilter filter) {
        return new Question(
                filter.from(),
                filter.to(),
                filter.standard(),
                staff.officesInScope(filter.office()).stream()
                        .map(OfficeCode::new)
                        .collect(toSet()));
    }

    /** Which days and hours the figures stand on. */
    public String calendarEdition(ReportFilter filter) {
        List<OfficeCode> offices = staff.officesInScope(filter.office()).stream()
                .map(OfficeCode::new)
                .toList();
        return months.edition(offices, filter.from(), filter.to());
    }

    /** What is under way now; the period does not matter. */
    public List<OpenCase> open(@Nullable String standard, @Nullable OfficeCode office) {
        return openCases.of(standard, staff.officesInScope(office));
    }

    /** Whole cases of the offices within reach that ended in each of the 24 hours of a day. */
    public int[] endedByHour(LocalDate day) {
        List<String> offices = staff.officesInScope((OfficeCode) null);
        int[] hours = new int[24];
        if (!offices.isEmpty()) {
            jdbc.sql("""
                            SELECT HOUR(ended), COUNT(*) FROM sla_stay
                            WHERE step = 0 AND sign = 1 AND NOT reversed AND ended >= :from AND ended < :until
                              AND office_code IN (:offices) GROUP BY HOUR(ended)""")
                    .param("from", day.atStartOfDay())
                    .param("until", day.plusDays(1).atStartOfDay())
                    .param("offices", offices)
                    .query(row -> {
                        hours[row.getInt(1)] = row.getInt(2);
                    });
        }
        return hours;
    }

    /** Below 100 while the facts are still being read after a start. */
    public int loadedPercent() {
        return facts.loadedPercent();
    }

    public boolean tellsDetails() {
        return facts.tellsDetails();
    }

    /** Names of officers; someone without an account any more is missing. */
    public Map<UUID, String> names(Collection<UUID> officers) {
        return officers.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id, full_name FROM staff_account WHERE id IN (:ids)")
                        .param("ids", officers)
                        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
