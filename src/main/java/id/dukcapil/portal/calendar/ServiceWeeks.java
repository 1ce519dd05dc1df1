package id.dukcapil.portal.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hours an office keeps of its own, entered as whole weeks. A new week holds from its date on and ends the one
 * before it; what was already past stays as it was, because reports measure by it.
 */
@Service
@PreAuthorize("hasAuthority('OFFICE_EDIT')")
public class ServiceWeeks {

    private static final String KIND = "Jam layanan";

    private final CalendarFacts facts;
    private final HoursRows rows;
    private final OfficeCalendar calendar;
    private final BookedPeople booked;
    private final Offices offices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServiceWeeks(
            CalendarFacts facts,
            HoursRows rows,
            OfficeCalendar calendar,
            BookedPeople booked,
            Offices offices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.facts = facts;
        this.rows = rows;
        this.calendar = calendar;
        this.booked = booked;
        this.offices = offices;
        this.events = events;
        this.clock = clock;
    }

    /** All weeks of an office, past ones too, by period and beginning; empty when it follows Perpres 21/2023. */
    @Transactional(readOnly = true)
    public List<ServiceWeek> of(OfficeCode office) {
        return weeks(facts.officeHours(office));
    }

    /** The days with appointments on which the office would serve no more, were the week entered. */
    @Transactional(readOnly = true)
    public List<Appointments.Held> lostDays(OfficeCode office, ServiceWeek week) {
        List<Appointments.Held> held = booked.of(office, week.from());
        if (held.isEmpty()) {
            return List.of();
        }
        LocalDate last = held.getLast().date();
        List<OfficeHours> after = Stream.concat(
                        facts.officeHours(office).stream()
                                .map(row -> HoursRows.endedBefore(row, week.period(), week.from()))
                                .flatMap(Optional::stream),
                        week.rows(office).stream())
                .toList();
        OfficeTimetable changed = calendar.timetable(office, after, week.from(), last);
        return held.stream()
                .filter(day -> calendar.day(office, day.date()).isOpen())
                .filter(day -> !changed.day(day.date()).isOpen())
                .toList();
    }

    /**
     * @param seen the weeks as they were shown
     * @throws InvalidInput when it would change the past
     * @throws ChangedMeanwhile when the weeks are no longer as they were shown
     */
    @Transactional
    public void enter(OfficeCode office, ServiceWeek week, List<ServiceWeek> seen) {
        List<ServiceWeek> before = lockAsSeen(office, week.from(), seen);
        rows.endBefore(office, week.period(), week.from());
        week.rows(office).forEach(rows::insert);
        events.publishEvent(event(office, "Diubah", week.period(), week.from())
                .changing("Jam", inForce(before, week.period(), week.from()), text(week)));
    }

    /** From that date on the hours of Perpres 21/2023 hold again (in Ramadan: those of the ordinary week). */
    @Transactional
    public void giveUp(OfficeCode office, Period period, LocalDate from, List<ServiceWeek> seen) {
        List<ServiceWeek> before = lockAsSeen(office, from, seen);
        rows.endBefore(office, period, from);
        events.publishEvent(event(office, "Kembali ke jam Perpres 21/2023", period, from)
                .changing("Jam", inForce(before, period, from), null));
    }

    private List<ServiceWeek> lockAsSeen(OfficeCode office, LocalDate from, List<ServiceWeek> seen) {
        Office place = offices.find(office)
                .orElseThrow(() -> new InvalidInput("office", "Kantor %s tidak dikenal.".formatted(office)));
        if (from.isBefore(LocalDate.ofInstant(clock.instant(), place.timeZone()))) {
            throw new InvalidInput("from", "Jam layanan hari yang sudah lewat tidak dapat diubah.");
        }
        rows.lock(office);
        List<ServiceWeek> now = of(office);
        if (!now.equals(seen)) {
            throw new ChangedMeanwhile(
                    "Jam layanan %s baru saja diubah petugas lain. Tutup lalu buka lagi untuk melihat keadaan terakhir."
                            .formatted(place.name()));
        }
        return now;
    }

    private static AuditEvent event(OfficeCode office, String action, Period period, LocalDate from) {
        return AuditEvent.of(KIND, office.value(), action)
                .at(office)
                .changing("Masa", null, period.label())
                .changing("Berlaku mulai", null, Formats.date(from));
    }

    private static @Nullable String inForce(List<ServiceWeek> weeks, Period period, LocalDate date) {
        return weeks.stream()
                .filter(week -> week.period() == period && !week.from().isAfter(date))
                .filter(week -> week.until() == null || !week.until().isBefore(date))
                .max(Comparator.comparing(ServiceWeek::from))
                .map(ServiceWeeks::text)
                .orElse(null);
    }

    private static String text(ServiceWeek week) {
        return week.hours().entrySet().stream()
                .map(day -> "%s %s–%s"
                        .formatted(
                                Formats.shortWeekday(day.getKey()),
                                Formats.time(day.getValue().opens()),
                                Formats.time(day.getValue().closes())))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private record Span(
            Period period, LocalDate from, @Nullable LocalDate until) {}

    private static List<ServiceWeek> weeks(List<OfficeHours> rows) {
        Map<Span, List<OfficeHours>> spans =
                rows.stream().collect(groupingBy(row -> new Span(row.period(), row.validFrom(), row.validTo())));
        return spans.entrySet().stream()
                .map(span -> new ServiceWeek(
                        span.getKey().period(),
                        span.getKey().from(),
                        span.getKey().until(),
                        span.getValue().stream().collect(toMap(OfficeHours::weekday, OfficeHours::hours))))
                .sorted(Comparator.comparing(ServiceWeek::period).thenComparing(ServiceWeek::from))
                .toList();
    }
}
