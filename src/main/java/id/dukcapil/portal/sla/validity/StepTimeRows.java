package id.dukcapil.portal.sla.validity;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times as they are stored, and which of them holds. */
@Component
public class StepTimeRows {

    /** The later before the earlier; of one day the one for the office itself. */
    private static final Comparator<StepTime> WINS =
            Comparator.comparing(StepTime::validFrom).thenComparing(time -> time.office() != null);

    private static final RowMapper<StepTime> ROW = RecordRow.of(StepTime.class).from("office", "office_code");

    private final JdbcClient jdbc;

    StepTimeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a procedure as they were entered, so that many cases are opened by one reading. */
    public record Versions(List<StepTime> all) {

        /** What holds at the office on the day, in place of what is printed. @param office null for what holds for all */
        public Map<Integer, Duration> on(@Nullable OfficeCode office, LocalDate day, Map<Integer, Duration> printed) {
            var times = new HashMap<>(printed);
            holding(office, day).forEach((step, time) -> times.put(step, Duration.ofMinutes(time.minutes())));
            return times;
        }

        public Map<Integer, StepTime> holding(@Nullable OfficeCode office, LocalDate day) {
            var holding = new HashMap<Integer, StepTime>();
            all.stream()
                    .filter(time -> time.holdsFor(office, day))
                    .sorted(WINS)
                    .forEach(time -> holding.put(time.step(), time));
            return holding;
        }
    }

    /** The latest first. */
    public Versions of(String standard) {
        return new Versions(
                jdbc.sql("SELECT * FROM sla_step_time WHERE standard = ? ORDER BY valid_from DESC, proposed_at DESC")
                        .param(standard)
                        .query(ROW)
                        .list());
    }

    Optional<StepTime> lock(UUID id) {
        return jdbc.sql("SELECT * FROM sla_step_time WHERE id = ? FOR UPDATE")
                .param(id)
                .query(ROW)
                .optional();
    }

    void insert(StepTime time) {
        OfficeCode office = time.office();
        jdbc.sql("""
                        INSERT INTO sla_step_time (id, standard, step, office_code, valid_from, minutes, legal_basis, state,
                          proposed_by, proposed_name, proposed_at)
                        VALUES (:id, :standard, :step, :office, :from, :minutes, :basis, :state, :by, :name, :at)""")
                .param("id", time.id())
                .param("standard", time.standard())
                .param("step", time.step())
                .param("office", office == null ? null : office.value())
                .param("from", time.validFrom())
                .param("minutes", time.minutes())
                .param("basis", time.legalBasis())
                .param("state", time.state().name())
                .param("by", time.proposedBy())
                .param("name", time.proposedName())
                .param("at", UtcDateTime.of(time.proposedAt()))
                .update();
    }

    void decide(UUID id, StepTime.State state, String name, Instant at, @Nullable String why) {
        jdbc.sql("""
                        UPDATE sla_step_time SET state = :state, decided_name = :name, decided_at = :at, decided_why = :why
                        WHERE id = :id""")
                .param("state", state.name())
                .param("name", name)
                .param("at", UtcDateTime.of(at))
                .param("why", why)
                .param("id", id)
                .update();
    }
}
