package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Snapshot;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The free days of all offices, for everybody. However many ask, the database is read once in a few seconds; while it is
 * silent, what was read last goes on being shown with its time.
 */
@Service
@PreAuthorize("permitAll()")
public class PublicSchedule {

    /** How old the figures may be. */
    public static final Duration KEPT = Duration.ofSeconds(5);

    private final QuotaCalendar calendar;
    private final Offices offices;
    private final ActingSystem system;
    private final Clock clock;
    private final Snapshot<Schedule> latest;
    private volatile @Nullable Schedule lastRead;

    PublicSchedule(QuotaCalendar calendar, Offices offices, ActingSystem system, Clock clock) {
        this.calendar = calendar;
        this.offices = offices;
        this.system = system;
        this.clock = clock;
        this.latest = new Snapshot<>(this::read, KEPT, clock);
    }

    /** @param readAt when the figures were right */
    public record Schedule(Instant readAt, List<OfficeSchedule> offices) {

        public Schedule {
            offices = List.copyOf(offices);
        }

        public Optional<OfficeSchedule> of(OfficeCode code) {
            return offices.stream()
                    .filter(office -> office.office().code().equals(code))
                    .findFirst();
        }
    }

    /**
     * @param days from today to the last that can be booked
     * @param next the first day of service that cannot be booked yet; null when none is near
     */
    public record OfficeSchedule(
            Office office, List<Day> days, @Nullable NextOpening next) {

        public OfficeSchedule {
            days = List.copyOf(days);
        }

        public List<Day> free() {
            return days.stream().filter(day -> day.state() == QuotaState.OPEN).toList();
        }
    }

    /**
     * A day as the public may know it: nothing about reserve and origin.
     *
     * @param free seats that anybody can book
     * @param closedBecause in words for the applicant; null unless closed
     */
    public record Day(
            LocalDate date,
            QuotaState state,
            int free,
            @Nullable String closedBecause) {}

    /** @param at when the day opens */
    public record NextOpening(LocalDate date, Instant at) {}

    /** Empty only while nothing could be read since the portal was started. */
    public Optional<Schedule> now() {
        return latest.latest().or(() -> Optional.ofNullable(lastRead));
    }

    private Schedule read() {
        var read = new AtomicReference<List<OfficeSchedule>>(List.of());
        Instant now = clock.instant();
        system.with(Set.of(Permission.QUOTA_READ), () -> read.set(offices(now)));
        var schedule = new Schedule(now, read.get());
        lastRead = schedule;
        return schedule;
    }

    private List<OfficeSchedule> offices(Instant now) {
        List<Office> serving = offices.all().stream()
                .filter(office -> !office.isClosedOn(LocalDate.ofInstant(now, office.timeZone())))
                .toList();
        Map<OfficeCode, List<QuotaDay>> days = calendar.daysAhead(serving);
        return serving.stream()
                .map(office -> schedule(office, days.getOrDefault(office.code(), List.of())))
                .toList();
    }

    private static OfficeSchedule schedule(Office office, List<QuotaDay> days) {
        return new OfficeSchedule(
                office,
                days.stream()
                        .filter(day -> !day.beyondHorizon())
                        .map(PublicSchedule::day)
                        .toList(),
                days.stream()
                        .filter(day -> day.serves() && !day.closedByHand())
                        .flatMap(day ->
                                Optional.ofNullable(day.opensAt()).map(at -> new NextOpening(day.date(), at)).stream())
                        .findFirst()
                        .orElse(null));
    }

    private static Day day(QuotaDay day) {
        // "Natal" says it all beside a date; the sentence for an applicant names the date once more
        String reason = day.officeDay().closedBecause().orElse(day.reason());
        return new Day(day.date(), day.state(), day.available(), reason);
    }
}
