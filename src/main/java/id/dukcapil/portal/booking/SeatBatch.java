package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Seat;
import id.dukcapil.portal.booking.FairnessFacts.Asked;
import id.dukcapil.portal.booking.SeatRound.Known;
import id.dukcapil.portal.booking.SeatRound.Outcome;
import id.dukcapil.portal.channel.KeyedAnswers;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.Offices;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides requests for seats of one day together, in the caller's transaction: the day is locked first, everything is read
 * and written in bulk, and the commit is shared. Bookings, their numbers, the kept answers, the trail and the promised
 * letters are all there or none of them is. The constraints of the database stand behind it: one active booking per NIK, one
 * row per number, never more booked than the capacity.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeatBatch {

    private final Bookings bookings;
    private final NewBookings newBookings;
    private final Offices offices;
    private final QuotaRows quota;
    private final Population population;
    private final Refusals refusals;
    private final FairnessFacts fairness;
    private final DayClosing dayClosing;
    private final KeyedAnswers keyed;
    private final SeatAnswers answers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SeatBatch(
            Bookings bookings,
            NewBookings newBookings,
            Offices offices,
            QuotaRows quota,
            Population population,
            Refusals refusals,
            FairnessFacts fairness,
            DayClosing dayClosing,
            KeyedAnswers keyed,
            SeatAnswers answers,
            Clock clock) {
        this.bookings = bookings;
        this.newBookings = newBookings;
        this.offices = offices;
        this.quota = quota;
        this.population = population;
        this.refusals = refusals;
        this.fairness = fairness;
        this.dayClosing = dayClosing;
        this.keyed = keyed;
        this.answers = answers;
        this.clock = clock;
    }

    /** What is known of a day whoever asks; locks nothing. */
    @Transactional(readOnly = true)
    BookableDay day(OfficeCode office, LocalDate date) {
        return refusals.day(offices.find(office).orElseThrow(BookingService::unknownOffice), date);
    }

    /**
     * @param whoWaits for seats of that day, in the order in which they came; asked when the day is locked
     * @return an answer for each
     */
    List<SeatAnswer> decide(BookableDay known, Supplier<List<SeatRequest>> whoWaits) {
        boolean open = factsNow(known).objection(false).isEmpty();
        FreeSeats locked = open ? lock(known) : null;
        List<SeatRequest> waiting = whoWaits.get();
        DayFacts day = factsNow(known);
        // A day that nobody may book must not come into being by being asked for
        boolean closed = waiting.stream()
                .allMatch(request -> day.objection(request.byStaff()).isPresent());
        FreeSeats seats = locked == null && !closed ? lock(known) : locked;
        var round = new SeatRound(day, read(waiting, known, seats == null), seats, this::booking);
        List<Outcome> outcomes = waiting.stream().map(round::judge).toList();
        write(round, seats, known);
        return answers.tell(known.office(), waiting, outcomes);
    }

    private DayFacts factsNow(BookableDay known) {
        return new DayFacts(known.at(clock.instant(), false));
    }

    private FreeSeats lock(BookableDay day) {
        OfficeCode office = day.office().code();
        return quota.lockSeats(office, day.date(), () -> QuotaCalendar.ruleFor(quota.rules(office), day.date()));
    }

    private static Set<Nik> niks(List<SeatRequest> waiting) {
        return waiting.stream().map(SeatRequest::nik).collect(Collectors.toSet());
    }

    private Known read(List<SeatRequest> waiting, BookableDay day, boolean closed) {
        FairnessFacts.Known applicants = closed ? FairnessFacts.Known.NOTHING : applicants(waiting, day);
        return new Known(
                keyed.givenTo(waiting.stream()
                        .map(SeatRequest::key)
                        .filter(Objects::nonNull)
                        .map(SeatRequest.UnderKey::request)
                        .toList()),
                byToken(waiting),
                closed ? Map.of() : population.find(niks(waiting)),
                applicants.held().keySet(),
                applicants.judged());
    }

    /** Somebody who missed an earlier day, or whose day nobody closed yet, must not be kept from booking again. */
    private FairnessFacts.Known applicants(List<SeatRequest> waiting, BookableDay day) {
        List<Asked> asked = waiting.stream().map(SeatRequest::asked).distinct().toList();
        Map<OfficeCode, BookingWindow> window = Map.of(day.office().code(), day.window());
        FairnessFacts.Known known = fairness.of(asked, window);
        LocalDate today = day.at(clock.instant(), false).now().toLocalDate();
        List<String> past = known.held().entrySet().stream()
                .filter(held -> held.getValue().isBefore(today))
                .map(held -> held.getKey().value())
                .toList();
        if (past.isEmpty()) {
            return known;
        }
        dayClosing.close(bookings.findActiveByNikIn(past));
        bookings.flush();
        return fairness.of(asked, window);
    }

    private Map<String, Booking> byToken(List<SeatRequest> waiting) {
        var byToken = new HashMap<String, Booking>();
        List<String> tokens = waiting.stream()
                .map(request -> request.booking().requestToken())
                .filter(Objects::nonNull)
                .toList();
        if (!tokens.isEmpty()) {
            bookings.findByRequestTokenIn(tokens)
                    .forEach(booking -> booking.requestToken().ifPresent(token -> byToken.put(token, booking)));
        }
        return byToken;
    }

    private Booking booking(Seat seat, SeatRequest request, Optional<Person> person) {
        return new Booking(
                BookingCode.random(random),
                seat,
                request.booking().holder(request.nik(), person),
                request.mark(),
                request.actor(),
                clock.instant());
    }

    /** In the order of the NIKs, so that two days' rounds that meet at people wait for each other and do not deadlock. */
    private void write(SeatRound round, @Nullable FreeSeats seats, BookableDay day) {
        if (seats == null) {
            return;
        }
        quota.countUp(day.office().code(), day.date(), seats);
        newBookings.write(round.given().stream()
                .sorted(Comparator.comparing(booking -> booking.holder().nik().value()))
                .toList());
    }
}
