package id.dukcapil.portal.submission;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.DueTime;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How requests stand against the time of their step, in the working time of their offices. */
@Service
@PreAuthorize("hasAuthority('SUBMISSION_READ')")
public class InboxDues {

    private final WorkingTimes workingTimes;
    private final Offices offices;
    private final Clock clock;

    InboxDues(WorkingTimes workingTimes, Offices offices, Clock clock) {
        this.workingTimes = workingTimes;
        this.offices = offices;
        this.clock = clock;
    }

    /** Of those rows that have a due time. What the step allows in all is the work between its beginning and that time. */
    public Map<SubmissionNumber, DueTime> of(List<InboxRow> rows) {
        List<InboxRow> due = rows.stream().filter(row -> row.due() != null).toList();
        if (due.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Map<OfficeCode, WorkingTime> times = workingTimes.of(
                due.stream().map(InboxRow::office).collect(Collectors.toSet()), earliest(due, now), latest(due, now));
        Map<OfficeCode, ZoneId> zones =
                offices.all().stream().collect(Collectors.toMap(Office::code, Office::timeZone));
        var dues = new HashMap<SubmissionNumber, DueTime>();
        for (InboxRow row : due) {
            WorkingTime time = Objects.requireNonNull(times.get(row.office()));
            Instant at = Objects.requireNonNull(row.due());
            Duration target = time.between(row.statusSince(), at);
            dues.put(
                    row.number(),
                    new DueTime(time.left(now, at), target, at, Objects.requireNonNull(zones.get(row.office()))));
        }
        return dues;
    }

    private static Instant earliest(List<InboxRow> rows, Instant now) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.due()))
                .reduce(now, (one, other) -> one.isBefore(other) ? one : other);
    }

    private static Instant latest(List<InboxRow> rows, Instant now) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.due()))
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
    }
}
