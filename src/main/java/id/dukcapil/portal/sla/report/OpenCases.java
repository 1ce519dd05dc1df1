package id.dukcapil.portal.sla.report;

import static java.util.stream.Collectors.toSet;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.common.procedure.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is under way, with the due instants that the lists of work show too. */
@Component
class OpenCases {

    private static final Duration SOON = Duration.ofHours(1);

    /** When a case is late: its step or all its steps together have used up their time, whichever is first. */
    static final String DUE = "LEAST(COALESCE(c.step_due, c.case_due), COALESCE(c.case_due, c.step_due))";

    private final JdbcClient jdbc;
    private final WorkingTimes workingTimes;
    private final Clock clock;

    OpenCases(JdbcClient jdbc, WorkingTimes workingTimes, Clock clock) {
        this.jdbc = jdbc;
        this.workingTimes = workingTimes;
        this.clock = clock;
    }

    private record Stored(
            UUID id,
            String number,
            String standard,
            OfficeCode office,
            int step,
            boolean forOffice,
            Instant openedAt,
            @Nullable Instant due) {}

    /** The oldest first. @param standard null for all */
    @Transactional(readOnly = true)
    List<OpenCase> of(@Nullable String standard, Collection<String> offices) {
        Where where = new Where()
                .and("c.closed_at IS NULL")
                .in("c.office_code", offices)
                .is("c.standard", standard);
        List<Stored> stored = jdbc.sql("""
                        SELECT c.id, c.number, c.standard, c.office_code, c.opened_at, i.step, i.waiting_for,
                               %s AS due
                        FROM sla_case c JOIN sla_interval i ON i.case_id = c.id AND i.to_at IS NULL
                        WHERE %s ORDER BY c.opened_at, c.id""".formatted(DUE, where.text()))
                .params(where.parameters())
                .query(OpenCases::stored)
                .list();
        if (stored.isEmpty()) {
            return List.of();
        }
        return judged(stored);
    }

    private List<OpenCase> judged(List<Stored> stored) {
        Instant now = clock.instant();
        Set<OfficeCode> offices = stored.stream().map(Stored::office).collect(toSet());
        Map<OfficeCode, WorkingTime> times =
                workingTimes.of(offices, stored.getFirst().openedAt(), now);
        var soon = new HashMap<OfficeCode, Instant>();
        times.forEach((office, time) -> soon.put(office, time.after(now, SOON).orElse(now)));
        var open = new ArrayList<OpenCase>();
        for (Stored one : stored) {
            WorkingTime time = Objects.requireNonNull(times.get(one.office()));
            Instant due = one.due();
            boolean late = due != null && due.isBefore(now);
            open.add(new OpenCase(
                    one.id(),
                    one.number(),
                    one.standard(),
                    one.office(),
                    one.step(),
                    one.forOffice(),
                    one.openedAt(),
                    time.between(one.openedAt(), now),
                    due,
                    late,
                    !late && due != null && !due.isAfter(Objects.requireNonNull(soon.get(one.office())))));
        }
        return open;
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("standard"),
                new OfficeCode(row.getString("office_code")),
                row.getInt("step"),
                WaitingFor.OFFICE.name().equals(row.getString("waiting_for")),
                UtcDateTime.read(row, "opened_at"),
                UtcDateTime.readNullable(row, "due"));
    }
}
