package id.dukcapil.portal.booking;

import java.security.SecureRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Draws booking codes that nobody has. Among half a million bookings one draw in fifty thousand meets a code that exists,
 * and a plan that moves three hundred people must not fail over one of them. Two who draw the same code at the same moment
 * are told apart by the database.
 */
@Component
class BookingCodes {

    private final Predicate<BookingCode> exists;
    private final RandomGenerator random;

    @Autowired
    BookingCodes(Bookings bookings) {
        this(code -> bookings.existsByCode(code.value()), new SecureRandom());
    }

    BookingCodes(Predicate<BookingCode> exists, RandomGenerator random) {
        this.exists = exists;
        this.random = random;
    }

    BookingCode free() {
        return Stream.generate(() -> BookingCode.random(random))
                .filter(exists.negate())
                .findFirst()
                .orElseThrow();
    }
}
