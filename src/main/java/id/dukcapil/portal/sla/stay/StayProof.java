package id.dukcapil.portal.sla.stay;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.Organisation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out figures a second time by SQL alone, every night, and has the facts read anew when they say something else. */
@Component
@ConditionalOnProperty(name = "portal.sla.facts", havingValue = "heap", matchIfMissing = true)
class StayProof {

    static final String TASK = "sla-proof";

    private static final Logger log = LoggerFactory.getLogger(StayProof.class);
    private static final int DAYS = 62;

    private static final String RECOMPUTED = """
            SELECT standard, step, for_office, COUNT(*), SUM(target IS NOT NULL), SUM(target IS NOT NULL AND NOT late),
                   MIN(median), MIN(p90), MAX(worked), SUM(worked)
            FROM (SELECT standard, step, for_office, target, late, worked,
                    PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY worked) OVER (PARTITION BY standard, step, for_office) AS median,
                    PERCENTILE_DISC(0.9) WITHIN GROUP (ORDER BY worked) OVER (PARTITION BY standard, step, for_office) AS p90
                  FROM sla_stay
                  WHERE sign = 1 AND NOT reversed AND ended >= :from AND ended < :until AND office_code IN (:offices)) stays
            GROUP BY standard, step, for_office""";

    private final JdbcClient jdbc;
    private final HeapFacts facts;
    private final Organisation organisation;
    private final Clock clock;

    StayProof(JdbcClient jdbc, HeapFacts facts, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Stays by step, and whole cases as step 0, from the rows themselves. */
    Map<Answer.StepKey, Tally> bySql(Question question) {
        return jdbc
                .sql(RECOMPUTED)
                .param("from", question.from().atStartOfDay())
                .param("until", question.to().plusDays(1).atStartOfDay())
                .param(
                        "offices",
                        question.offices().stream().map(OfficeCode::value).toList())
                .query((row, number) ->
                        Map.entry(new Answer.StepKey(row.getString(1), row.getInt(2), row.getBoolean(3)), tally(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getLong(10));
    }

    /** The same from the facts. */
    Map<Answer.StepKey, Tally> byFacts(Question question) {
        Answer answer = facts.answer(question);
        var found = new TreeMap<Answer.StepKey, Tally>(answer.steps());
        answer.standards()
                .forEach((standard, tally) -> found.put(new Answer.StepKey(standard, Stay.WHOLE_CASE, true), tally));
        return found;
    }

    /** @throws IllegalStateException when even facts that have been read anew say something else */
    void run() {
        Set<OfficeCode> offices = Set.copyOf(jdbc.sql("SELECT code FROM staff_office")
                .query((row, number) -> new OfficeCode(row.getString(1)))
                .list());
        if (offices.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.timeZone());
        var question = new Question(today.minusDays(DAYS), today.minusDays(1), null, offices);
        if (byFacts(question).equals(bySql(question))) {
            return;
        }
        log.warn("The ended stays in the heap are not those of the database; they are read anew");
        facts.reload();
        if (!byFacts(question).equals(bySql(question))) {
            throw new IllegalStateException("Figures of ended stays are not what SQL says");
        }
    }

    @Bean
    RecurringJob proveFigures() {
        return new RecurringJob(
                TASK,
                "Membuktikan angka laporan SLA dengan SQL",
                Rhythm.daily(LocalTime.of(2, 40), organisation.timeZone()),
                this::run);
    }
}
