package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.booking.Booking.RequestMark;
import id.dukcapil.portal.booking.Booking.Seat;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Stampede.BookedNumber;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Together;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ceiling: the same giving out of seats with nothing around it. It locks the day, drops people who have a seat, numbers
 * the others and writes their bookings with the first line of their history, without which a booking is none; no register,
 * no rules, no keys, no trail, no letters.
 */
final class BareAllocator implements Together.Work<Someone, Optional<BookedNumber>, Boolean> {

    private final OfficeCode office;
    private final LocalDate day;
    private final QuotaRows quota;
    private final TransactionTemplate transaction;
    private final Random random = new Random();
    private final NewBookings bookings;
    private final JdbcClient jdbc;
    private final Together<Someone, Optional<BookedNumber>, Boolean> together = new Together<>(512, this);

    BareAllocator(
            OfficeCode office,
            LocalDate day,
            QuotaRows quota,
            NewBookings bookings,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.office = office;
        this.day = day;
        this.quota = quota;
        this.bookings = bookings;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Optional<BookedNumber> book(Someone someone) {
        return together.ask(someone);
    }

    @Override
    public Boolean prepare() {
        return true;
    }

    @Override
    public List<Optional<BookedNumber>> answer(Boolean prepared, Supplier<List<Someone>> questions) {
        return transaction.execute(status -> {
            FreeSeats seats = quota.lockSeats(office, day, () -> QuotaRule.NONE);
            List<Someone> waiting = questions.get();
            Set<Nik> holders = holders(waiting);
            var answers = new ArrayList<Optional<BookedNumber>>();
            var given = new ArrayList<Booking>();
            for (Someone someone : waiting) {
                Optional<Booking> booked = holders.add(someone.nik()) ? booked(someone, seats) : Optional.empty();
                booked.ifPresent(given::add);
                answers.add(
                        booked.map(booking -> new BookedNumber(booking.code().value(), booking.queueNumber())));
            }
            given.sort(Comparator.comparing(booking -> booking.holder().nik().value()));
            bookings.write(given);
            quota.countUp(office, day, seats);
            return answers;
        });
    }

    private Optional<Booking> booked(Someone someone, FreeSeats seats) {
        OptionalInt number = seats.take(false);
        return number.isPresent() ? Optional.of(booking(someone, number.getAsInt())) : Optional.empty();
    }

    private Booking booking(Someone someone, int number) {
        return new Booking(
                BookingCode.random(random),
                new Seat(office, day, number),
                new Holder(someone.nik(), someone.name(), "pemohon@contoh.id", "081234567890", false),
                new RequestMark(BookingOrigin.CHANNEL, BookingScenario.BDS.id(), null),
                BookingScenario.BDS.actor(),
                Instant.now());
    }

    private Set<Nik> holders(List<Someone> waiting) {
        return new HashSet<>(jdbc.sql("SELECT active_nik FROM booking_booking WHERE active_nik IN (:niks)")
                .param(
                        "niks",
                        waiting.stream().map(someone -> someone.nik().value()).toList())
                .query((row, number) -> new Nik(row.getString(1)))
                .list());
    }
}
