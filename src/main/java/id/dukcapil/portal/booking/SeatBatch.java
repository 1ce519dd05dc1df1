package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Seat;
import id.dukcapil.portal.booking.SeatRound.Known;
import id.dukcapil.portal.booking.SeatRound.Outcome;
import id.dukcapil.portal.channel.KeyedAnswers;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.Office;
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

    /**
     * @param waiting for seats of one day at one office, in the order in which they came
     * @return an answer for each
     */
    List<SeatAnswer> decide(List<SeatRequest> waiting) {
        Office office = offices.find(waiting.getFirst().office()).orElseThrow(BookingService::unknownOffice);
        LocalDate date = waiting.getFirst().date();
        var day = new DayFacts(refusals.facts(office, date, false));
        // A day that nobody may book must not come into being by being asked for
        boolean closed = waiting.stream()
                .allMatch(request -> day.objection(request.byStaff()).isPresent());
        FreeSeats seats = closed ? null : lock(office, date);
        var round = new SeatRound(day, read(waiting, day, closed), seats, this::booking);
        List<Outcome> outcomes = waiting.stream().map(round::judge).toList();
        write(round, seats, office, date);
        return answers.tell(office, waiting, outcomes);
    }

    private FreeSeats lock(Office office, LocalDate date) {
        return quota.lockSeats(office.code(), date, () -> QuotaCalendar.ruleFor(quota.rules(office.code()), date));
    }

    private Known read(List<SeatRequest> waiting, DayFacts day, boolean closed) {
        Set<Nik> niks = waiting.stream().map(SeatRequest::nik).collect(Collectors.toSet());
        return new Known(
                keyed.givenTo(waiting.stream()
                        .map(SeatRequest::key)
                        .filter(Objects::nonNull)
                        .map(SeatRequest.UnderKey::request)
                        .toList()),
                byToken(waiting),
                population.find(niks),
                holders(niks, day.facts(false).now().toLocalDate()),
                closed
                        ? Map.of()
                        : fairness.of(waiting.stream()
                                .map(SeatRequest::asked)
                                .distinct()
                                .toList()));
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

    /** Somebody who missed an earlier day, or whose day nobody closed yet, must not be kept from booking again. */
    private Set<Nik> holders(Set<Nik> niks, LocalDate today) {
        Map<Boolean, Set<Nik>> byPast = newBookings.heldBy(niks).stream()
                .collect(Collectors.partitioningBy(
                        held -> held.date().isBefore(today),
                        Collectors.mapping(NewBookings.Held::nik, Collectors.toSet())));
        Set<Nik> past = byPast.getOrDefault(true, Set.of());
        if (!past.isEmpty()) {
            dayClosing.close(
                    bookings.findActiveByNikIn(past.stream().map(Nik::value).toList()));
            bookings.flush();
        }
        return byPast.getOrDefault(false, Set.of());
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
    private void write(SeatRound round, @Nullable FreeSeats seats, Office office, LocalDate date) {
        if (seats == null) {
            return;
        }
        quota.countUp(office.code(), date, seats);
        newBookings.write(round.given().stream()
                .sorted(Comparator.comparing(booking -> booking.holder().nik().value()))
                .toList());
    }
}
