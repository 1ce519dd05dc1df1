package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.CalendarYears;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the national holidays and collective leave of a year in line with a decree. What it would do is shown first;
 * what the list does not name is taken away, except the regency's own holidays.
 */
@Service
@PreAuthorize("hasAuthority('OFFICE_EDIT')")
public class HolidayImport {

    /** What happens to one holiday. */
    public enum Effect {
        NEW("Baru"),
        SAME("Tetap"),
        CHANGED("Berubah"),
        REMOVED("Dihapus");

        private final String label;

        Effect(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One holiday and what the import would do to it.
     *
     * @param before as it stands; none for a new one
     * @param after as it would be; none for one that is taken away
     * @param people who hold an appointment on the date that would become a holiday
     */
    public record Change(
            Effect effect,
            @Nullable Holiday before,
            @Nullable Holiday after,
            int people) {

        public Holiday shown() {
            Holiday one = after == null ? before : after;
            if (one == null) {
                throw new IllegalStateException("A change has a before or an after");
            }
            return one;
        }
    }

    /** A line that cannot be used. */
    public record Refused(int line, String text, String why) {}

    /**
     * What an import would do, by date.
     *
     * @param refused nothing is imported as long as there are any, because a holiday they mean would be taken away
     */
    public record Plan(int year, List<Change> changes, List<Refused> refused) {

        public boolean canBeApplied() {
            return refused.isEmpty() && changes.stream().anyMatch(change -> change.effect() != Effect.SAME);
        }

        public long count(Effect effect) {
            return changes.stream().filter(change -> change.effect() == effect).count();
        }

        /** Who would meet a closed door on one of the days that become holidays. */
        public int people() {
            return changes.stream().mapToInt(Change::people).sum();
        }
    }

    private final CalendarFacts facts;
    private final HolidayRows rows;
    private final BookedPeople booked;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    HolidayImport(
            CalendarFacts facts,
            HolidayRows rows,
            BookedPeople booked,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.facts = facts;
        this.rows = rows;
        this.booked = booked;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * @param basis the decree, "SKB 3 Menteri No. …"
     * @param list date, name and kind per line
     * @throws InvalidInput when basis or list is missing, or the year is out of reach
     */
    @Transactional(readOnly = true)
    public Plan preview(int year, String basis, String list) {
        requireUsable(year, basis, list);
        HolidayList read = HolidayList.read(year, list);
        List<Holiday> wanted = read.lines().stream()
                .map(line -> new Holiday(
                        line.date(), line.name(), line.kind(), basis.strip(), "Impor", Holiday.CONFIRMED, null))
                .toList();
        return new Plan(year, withPeople(HolidayComparison.of(existing(year), wanted)), read.refused());
    }

    /**
     * Does what the preview showed, all of it or nothing.
     *
     * @return the number of holidays that were new, changed or taken away
     * @throws ChangedMeanwhile when the holidays are no longer as the preview showed them
     */
    @Transactional
    public int apply(Plan plan) {
        if (!plan.canBeApplied()) {
            throw new InvalidInput("list", "Perbaiki dahulu baris yang ditolak.");
        }
        jdbc.sql("SELECT id FROM calendar_holiday WHERE YEAR(holiday_date) = ? FOR UPDATE")
                .param(plan.year())
                .query(Integer.class)
                .list();
        List<Holiday> wanted = plan.changes().stream()
                .map(Change::after)
                .flatMap(after -> Optional.ofNullable(after).stream())
                .toList();
        List<Change> now = withPeople(HolidayComparison.of(existing(plan.year()), wanted));
        if (!withoutPeople(now).equals(withoutPeople(plan.changes()))) {
            throw changedMeanwhile(plan.year());
        }
        try {
            // What goes first makes room for what comes under the same date and name
            now.stream()
                    .sorted(Comparator.comparing(change -> change.effect() != Effect.REMOVED))
                    .forEach(this::write);
        } catch (DuplicateKeyException atTheSameMoment) {
            // A year without any holiday has no rows to lock
            throw changedMeanwhile(plan.year());
        }
        return (int)
                now.stream().filter(change -> change.effect() != Effect.SAME).count();
    }

    private static ChangedMeanwhile changedMeanwhile(int year) {
        return new ChangedMeanwhile(
                "Hari libur tahun %d baru saja diubah petugas lain. Lihat lagi akibatnya.".formatted(year));
    }

    private void write(Change change) {
        Holiday before = change.before();
        Holiday after = change.after();
        if (change.effect() == Effect.SAME) {
            return;
        }
        if (before == null && after != null) {
            rows.insert(after);
            events.publishEvent(HolidayEditing.added(after));
        } else if (before != null && after == null) {
            rows.delete(before);
            events.publishEvent(HolidayEditing.removed(before));
        } else if (before != null && after != null) {
            rows.update(before, after);
            events.publishEvent(HolidayEditing.changed(before, after));
        }
    }

    private List<Holiday> existing(int year) {
        return facts.holidays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .filter(holiday -> holiday.office() == null)
                .toList();
    }

    private List<Change> withPeople(List<Change> changes) {
        List<LocalDate> newDates = changes.stream()
                .filter(change -> change.effect() == Effect.NEW)
                .map(change -> change.shown().date())
                .sorted()
                .toList();
        Map<LocalDate, Integer> people = newDates.isEmpty()
                ? Map.of()
                : booked.between(newDates.getFirst(), newDates.getLast()).stream()
                        .collect(Collectors.groupingBy(
                                Appointments.Held::date, Collectors.summingInt(Appointments.Held::people)));
        return changes.stream()
                .map(change -> change.effect() == Effect.NEW
                        ? new Change(
                                Effect.NEW,
                                null,
                                change.after(),
                                people.getOrDefault(change.shown().date(), 0))
                        : change)
                .sorted(Comparator.comparing((Change change) -> change.shown().date())
                        .thenComparing(change -> change.shown().name()))
                .toList();
    }

    /** Somebody may book between preview and import; that is no reason to refuse it. */
    private static List<Change> withoutPeople(List<Change> changes) {
        return changes.stream()
                .map(change -> new Change(change.effect(), change.before(), change.after(), 0))
                .toList();
    }

    private static void requireUsable(int year, String basis, String list) {
        if (!CalendarYears.include(LocalDate.of(year, 1, 1))) {
            throw new InvalidInput("year", "Tahun di luar yang dikenal kalender.");
        }
        if (basis.isBlank() || basis.strip().length() > 240) {
            throw new InvalidInput("basis", "Isi dasar (nomor SKB), paling banyak 240 huruf.");
        }
        if (list.isBlank()) {
            throw new InvalidInput("list", "Tempel atau unggah daftar hari liburnya.");
        }
    }
}
