package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Seat;
import id.dukcapil.portal.booking.FairnessFacts.Asked;
import id.dukcapil.portal.channel.FirstAnswer;
import id.dukcapil.portal.channel.KeyedAnswers.ClientKey;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges those who wait for seats of one day one after the other, by what was read for all of them together and by what
 * those before them were given. Asks nobody and writes nothing.
 */
final class SeatRound {

    /**
     * What was read when the day was locked.
     *
     * @param answers given before under the keys of those who wait
     * @param byToken bookings of the same requests
     * @param people in the register
     * @param holders of a seat somewhere
     * @param fairness of who asks, by the limits per person and application
     */
    record Known(
            Map<ClientKey, FirstAnswer> answers,
            Map<String, Booking> byToken,
            Map<Nik, Person> people,
            Set<Nik> holders,
            Map<Asked, Fairness> fairness) {}

    /** What becomes of one request. */
    sealed interface Outcome {

        record AnsweredBefore(FirstAnswer answer) implements Outcome {}

        /** The same request, first sent in this round or earlier. */
        record Same(Booking booking) implements Outcome {}

        record Given(Booking booking) implements Outcome {}

        record Objected(Refusal refusal) implements Outcome {}

        /** Nothing speaks against it but that all seats are taken. */
        record NoSeat() implements Outcome {}
    }

    /** Makes a booking for a seat and whom the register knows under the NIK. */
    interface Making {
        Booking of(Seat seat, SeatRequest request, Optional<Person> person);
    }

    private final DayFacts day;
    private final Known known;
    private final @Nullable FreeSeats seats;
    private final Making making;
    private final Map<ClientKey, Booking> givenByKey = new HashMap<>();
    private final Map<String, Booking> givenByToken = new HashMap<>();
    private final Set<Nik> givenTo = new HashSet<>();
    private final Map<UUID, Integer> givenToClients = new HashMap<>();
    private final List<Booking> given = new ArrayList<>();

    /** @param seats of the locked day; none when the day itself speaks against it */
    SeatRound(DayFacts day, Known known, @Nullable FreeSeats seats, Making making) {
        this.day = day;
        this.known = known;
        this.seats = seats;
        this.making = making;
    }

    Outcome judge(SeatRequest request) {
        return same(request)
                .or(() -> objection(request).map(Outcome.Objected::new))
                .or(() -> seat(request).map(Outcome.Given::new))
                .orElseGet(Outcome.NoSeat::new);
    }

    /** The new bookings, in the order of their numbers. */
    List<Booking> given() {
        return given;
    }

    private Optional<Outcome> same(SeatRequest request) {
        if (request.key() != null) {
            ClientKey key = ClientKey.of(request.key().request());
            Optional<Outcome> before =
                    Optional.ofNullable(known.answers().get(key)).map(Outcome.AnsweredBefore::new);
            return before.or(() -> Optional.ofNullable(givenByKey.get(key)).map(Outcome.Same::new));
        }
        return Optional.ofNullable(request.booking().requestToken())
                .flatMap(token -> Optional.ofNullable(known.byToken().get(token))
                        .or(() -> Optional.ofNullable(givenByToken.get(token))))
                .map(Outcome.Same::new);
    }

    private Optional<Refusal> objection(SeatRequest request) {
        return day.objection(request.byStaff())
                .or(() -> BookingPolicy.firstRefusal(
                        BookingPolicy.aboutThePerson(),
                        day.facts(request.byStaff()).about(person(request), fairness(request))))
                .or(() -> holdsSeat(request.nik()) ? Optional.of(Refusals.alreadyBooked()) : Optional.empty());
    }

    /** With what the application was given in this round already. */
    private Fairness fairness(SeatRequest request) {
        Fairness known =
                Optional.ofNullable(this.known.fairness().get(request.asked())).orElse(Fairness.UNLIMITED);
        UUID client = request.client();
        return client == null ? known : known.having(givenToClients.getOrDefault(client, 0));
    }

    private boolean holdsSeat(Nik nik) {
        return known.holders().contains(nik) || givenTo.contains(nik);
    }

    private Optional<Person> person(SeatRequest request) {
        return Optional.ofNullable(known.people().get(request.nik()));
    }

    private Optional<Booking> seat(SeatRequest request) {
        OptionalInt number = seats == null ? OptionalInt.empty() : seats.take(request.byStaff());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Booking booking =
                making.of(new Seat(request.office(), request.date(), number.getAsInt()), request, person(request));
        given.add(booking);
        givenTo.add(request.nik());
        if (request.client() != null) {
            givenToClients.merge(request.client(), 1, Integer::sum);
        }
        if (request.key() != null) {
            givenByKey.put(ClientKey.of(request.key().request()), booking);
        }
        if (request.booking().requestToken() != null) {
            givenByToken.put(request.booking().requestToken(), booking);
        }
        return Optional.of(booking);
    }
}
