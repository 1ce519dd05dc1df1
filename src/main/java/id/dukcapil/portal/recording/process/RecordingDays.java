package id.dukcapil.portal.recording.process;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of one day of an office, counted from the steps of the recordings that were opened on it. */
@Service
@PreAuthorize("hasAuthority('RECORDING_READ')")
@Transactional(readOnly = true)
public class RecordingDays {

    static final String PHASES = """
            SELECT status, COUNT(*) FROM recording_case
            WHERE office_code = :office AND created_at >= :from AND created_at < :until GROUP BY status""";

    /** Each stay ends with the next step; stays that go on are not counted. */
    private static final String STAYS = """
            SELECT to_status, COUNT(DISTINCT recording_id), SUM(TIMESTAMPDIFF(SECOND, at, next_at)) FROM (
              SELECT s.recording_id, s.to_status, s.at, LEAD(s.at) OVER (PARTITION BY s.recording_id ORDER BY s.ordinal) next_at
              FROM recording_step s JOIN recording_case c ON c.id = s.recording_id
              WHERE c.office_code = :office AND c.created_at >= :from AND c.created_at < :until) stays
            WHERE next_at IS NOT NULL GROUP BY to_status""";

    private final JdbcClient jdbc;
    private final Offices offices;
    private final CurrentStaff staff;

    RecordingDays(JdbcClient jdbc, Offices offices, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.staff = staff;
    }

    /**
     * @param phases how many recordings stand where
     * @param queue average waiting between registration and recording; empty when nobody has waited
     * @param steps average of each of the four steps; empty for a step that nobody has ended
     */
    public record RecordingDay(
            Map<RecordingPhase, Integer> phases, Optional<Duration> queue, List<Optional<Duration>> steps) {

        public RecordingDay {
            phases = Map.copyOf(phases);
            steps = List.copyOf(steps);
        }

        public int opened() {
            return count(phase -> true);
        }

        public int count(Predicate<RecordingPhase> wanted) {
            return phases.entrySet().stream()
                    .filter(entry -> wanted.test(entry.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    private record Stay(RecordingPhase phase, int people, long seconds) {}

    public RecordingDay of(OfficeCode code, LocalDate day) {
        staff.requireScope(code);
        Office office = offices.find(code).orElseThrow();
        Map<RecordingPhase, Integer> phases = on(PHASES, office, day)
                .query((row, number) -> Map.entry(RecordingPhase.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Stay> stays = on(STAYS, office, day)
                .query((row, number) ->
                        new Stay(RecordingPhase.valueOf(row.getString(1)), row.getInt(2), row.getLong(3)))
                .list();
        return new RecordingDay(
                phases,
                average(stays, phase -> phase == RecordingPhase.FORWARDED),
                IntStream.rangeClosed(1, RecordingTimes.PRINTED.size())
                        .mapToObj(row -> average(
                                stays, phase -> Objects.equals(phase.row(), row) && phase != RecordingPhase.FORWARDED))
                        .toList());
    }

    private JdbcClient.StatementSpec on(String sql, Office office, LocalDate day) {
        return jdbc.sql(sql)
                .param("office", office.code().value())
                .param(
                        "from",
                        UtcDateTime.of(day.atStartOfDay(office.timeZone()).toInstant()))
                .param(
                        "until",
                        UtcDateTime.of(
                                day.plusDays(1).atStartOfDay(office.timeZone()).toInstant()));
    }

    /** Of the people who have been in one of these phases; all their stays count. */
    private static Optional<Duration> average(List<Stay> stays, Predicate<RecordingPhase> wanted) {
        List<Stay> some =
                stays.stream().filter(stay -> wanted.test(stay.phase())).toList();
        int people = some.stream().mapToInt(Stay::people).max().orElse(0);
        long seconds = some.stream().mapToLong(Stay::seconds).sum();
        return people == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds / people));
    }
}
