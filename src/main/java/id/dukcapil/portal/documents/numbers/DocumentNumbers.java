package id.dukcapil.portal.documents.numbers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out the numbers of requests and letters, one after the other within kind, office and year of the office's own
 * zone.
 */
@Component
@EnableConfigurationProperties(NumberSettings.class)
public class DocumentNumbers {

    private static final String TAKE_NUMBER = """
            INSERT INTO documents_number_series (kind, office_code, year, last_number)
            VALUES (:kind, :office, :year, :count)
            ON DUPLICATE KEY UPDATE last_number = last_number + :count
            RETURNING last_number""";

    private final JdbcClient jdbc;
    private final NumberSettings settings;
    private final Clock clock;

    /** @param kinds all that the modules declare, so that a pattern that none of them can use stops the start */
    DocumentNumbers(JdbcClient jdbc, NumberSettings settings, Clock clock, ObjectProvider<NumberKind> kinds) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        settings.requireFit(kinds.stream().toList());
    }

    /**
     * Takes the next number inside the business transaction. The series stays locked until that transaction ends, so
     * ask late; when it is rolled back, the number is given back and there is no gap.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(NumberKind kind, Office office) {
        return next(kind, office, List.of(LocalDate.ofInstant(clock.instant(), office.timeZone())))
                .getFirst();
    }

    /** As many as there are days, each in the series of its own year: for what is entered at once of days that are over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> next(NumberKind kind, Office office, List<LocalDate> days) {
        NumberPattern pattern = settings.of(kind);
        var last = new HashMap<Integer, Integer>();
        days.stream()
                .collect(groupingBy(LocalDate::getYear, summingInt(day -> 1)))
                .forEach((year, count) -> last.put(year, take(kind, office, year, count) - count));
        return days.stream()
                .map(day -> pattern.write(last.merge(day.getYear(), 1, Integer::sum), office.code(), day))
                .toList();
    }

    private int take(NumberKind kind, Office office, int year, int count) {
        return jdbc.sql(TAKE_NUMBER)
                .param("kind", kind.code())
                .param("office", office.code().value())
                .param("year", year)
                .param("count", count)
                .query(Integer.class)
                .single();
    }
}
