package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Step 5: what the operator of SIAK has to change by the birth certificates that were shown at schools. */
@Service
@PreAuthorize("hasAuthority('VISIT_RECORD')")
public class SiakCorrections {

    private static final int MOST = 1_000;

    private final OutcomeRows rows;
    private final VisitClock measured;
    private final CurrentStaff staff;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    SiakCorrections(
            OutcomeRows rows,
            VisitClock measured,
            CurrentStaff staff,
            Retry retry,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.measured = measured;
        this.staff = staff;
        this.retry = retry;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A correction with the visit in which it was asked for. @param pictured whether a picture of the certificate is kept */
    public record Asked(String visit, String school, LocalDate day, DayRow pupil, boolean pictured) {

        public DayRow.Correction correction() {
            return Objects.requireNonNull(pupil.correction());
        }
    }

    /** Those that wait, the oldest visit first, or those that are done, the latest first. */
    public List<Asked> list(boolean done) {
        return jdbc.sql("""
                        SELECT o.*, v.number, v.school_name, v.first_day FROM visits_outcome o JOIN visits_visit v ON v.id = o.visit_id
                        WHERE o.fix_field IS NOT NULL AND o.fix_after IS NOT NULL AND o.fixed_at IS %s
                        ORDER BY %s LIMIT %d""".formatted(
                                done ? "NOT NULL" : "NULL",
                                done ? "o.fixed_at DESC" : "v.first_day, v.school_name, o.full_name",
                                MOST))
                .query((row, number) -> new Asked(
                        row.getString("number"),
                        row.getString("school_name"),
                        row.getObject("first_day", LocalDate.class),
                        OutcomeRows.row(row, number),
                        row.getString("evidence_hash") != null))
                .list();
    }

    /** The correction was made in SIAK; a second click changes nothing. */
    public void confirm(Asked asked) {
        String by = staff.require().fullName();
        retry.inTransaction(() -> {
            UUID visit = jdbc.sql("SELECT visit_id FROM visits_outcome WHERE id = ?")
                    .param(asked.pupil().id())
                    .query(UUID.class)
                    .single();
            rows.lock(visit);
            rows.find(visit, asked.pupil().id())
                    .filter(DayRow::isCorrectionOpen)
                    .ifPresent(pupil -> {
                        DayRow.Correction open = Objects.requireNonNull(pupil.correction());
                        DayRow fixed =
                                pupil.comparing(pupil.siak(), new DayRow.Correction(open.fix(), clock.instant(), by));
                        rows.store(fixed, clock.instant());
                        measured.correction(visit, fixed);
                        events.publishEvent(AuditEvent.of("Koreksi SIAK", asked.visit(), "Dibetulkan")
                                .about(pupil.who().nik())
                                .because(open.fix().field()));
                    });
        });
    }
}
