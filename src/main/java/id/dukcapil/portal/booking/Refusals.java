package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingDecision.Refused;
import id.dukcapil.portal.booking.FairnessFacts.Asked;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds out why there is no seat for somebody, and tells it with the days that are free instead. */
@Component
class Refusals {

    private static final int OFFERED_DAYS = 3;

    private final QuotaCalendar quotas;
    private final OfficeCalendar days;
    private final BookingWindows windows;
    private final FairnessFacts fairness;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refusals(
            QuotaCalendar quotas,
            OfficeCalendar days,
            BookingWindows windows,
            FairnessFacts fairness,
            ApplicationEventPublisher events,
            Clock clock) {
        this.quotas = quotas;
        this.days = days;
        this.windows = windows;
        this.fairness = fairness;
        this.events = events;
        this.clock = clock;
    }

    /** The first policy that objects to that person on that day. */
    Optional<Refusal> ofPerson(Optional<Person> person, Office office, Asked asked) {
        return BookingPolicy.firstRefusal(
                BookingPolicy.all(),
                facts(office, asked.date(), asked.origin().internal()).about(person, fairness.of(asked)));
    }

    /** The first policy that objects to the day, whoever comes; asked by staff who move somebody. */
    Optional<Refusal> ofDay(Office office, LocalDate date) {
        return BookingPolicy.firstRefusal(BookingPolicy.aboutTheDay(), facts(office, date, true));
    }

    /** The first policy that keeps planners from sending people there; the window of the day need not have opened. */
    Optional<Refusal> ofService(Office office, LocalDate date) {
        return BookingPolicy.firstRefusal(BookingPolicy.aboutTheService(), facts(office, date, true));
    }

    BookableDay day(Office office, LocalDate date) {
        return new BookableDay(office, days.day(office.code(), date), windows.of(office.code()));
    }

    /** What there is to know of the day now, whoever comes. */
    private BookingFacts facts(Office office, LocalDate date, boolean forStaff) {
        return day(office, date).at(clock.instant(), forStaff);
    }

    static Refusal alreadyBooked() {
        return new Refusal(
                Refusal.Kind.ALREADY_BOOKED,
                "NIK ini masih memiliki pemesanan aktif. Gunakan tiket itu, atau batalkan dahulu untuk memesan lagi.");
    }

    static Refusal noReleasedSeat() {
        return new Refusal(
                Refusal.Kind.QUOTA_FULL, "Tidak ada kursi yang dilepas hari ini, atau semuanya sudah diberikan.");
    }

    /** Why no seat could be taken on a day to which no policy objected. */
    Refusal noSeat(Office office, LocalDate date) {
        var day = quotas.day(office.code(), date);
        return day.state() == QuotaState.CLOSED && day.reason() != null
                ? new Refusal(Refusal.Kind.DAY_CLOSED, day.reason())
                : new Refusal(Refusal.Kind.QUOTA_FULL, "Kuota %s sudah penuh.".formatted(Formats.date(date)));
    }

    BookingDecision refused(Refusal refusal, Office office, BookingOrigin origin) {
        return refused(refusal, origin, forStaff -> freeDays(office, forStaff));
    }

    /** @param freeDays those to offer to staff or to the public, from {@link #freeDays} */
    BookingDecision refused(Refusal refusal, BookingOrigin origin, Function<Boolean, List<LocalDate>> freeDays) {
        events.publishEvent(new BookingRefused(refusal.kind(), origin));
        return new Refused(refusal.isAboutTheDay() ? refusal.offering(freeDays.apply(origin.internal())) : refusal);
    }

    List<LocalDate> freeDays(Office office, boolean forStaff) {
        return quotas.nextFreeDays(office.code(), forStaff, OFFERED_DAYS);
    }
}
