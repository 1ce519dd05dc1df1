package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreeSeatsTest {

    private static final boolean STAFF = true;
    private static final boolean PUBLIC = false;

    @Test
    void numbersGoOnFromTheLastOneOfTheDayWhateverBecameOfItsHolder() {
        FreeSeats seats = new FreeSeats(day(10, 0, 2, 0, null), 7);
        assertThat(seats.take(PUBLIC)).hasValue(8);
        assertThat(seats.take(PUBLIC)).hasValue(9);
        assertThat(seats.taken()).isEqualTo(2);
    }

    @Test
    void thePublicNeverTakesAReservedSeat() {
        FreeSeats seats = new FreeSeats(day(3, 1, 0, 0, null), 0);
        assertThat(seats.take(PUBLIC)).isPresent();
        assertThat(seats.take(PUBLIC)).isPresent();
        assertThat(seats.take(PUBLIC)).isEmpty();
        assertThat(seats.take(STAFF)).hasValue(3);
        assertThat(seats.take(STAFF)).isEmpty();
    }

    @Test
    void staffUseUpTheReserveFirstAndCompeteForTheRest() {
        FreeSeats seats = new FreeSeats(day(3, 1, 0, 0, null), 0);
        assertThat(seats.take(STAFF)).isPresent();
        assertThat(seats.take(STAFF)).isPresent();
        assertThat(seats.take(PUBLIC)).isPresent();
        assertThat(seats.take(PUBLIC)).isEmpty();
        assertThat(seats.takenByStaff()).isEqualTo(2);
    }

    @Test
    void aClosedDayGivesNothing() {
        FreeSeats seats = new FreeSeats(day(3, 0, 0, 0, "Blangko habis"), 0);
        assertThat(seats.take(PUBLIC)).isEmpty();
        assertThat(seats.take(STAFF)).isEmpty();
    }

    @Property
    void neverMoreThanTheCapacityNeverAReservedSeatAndNoNumberTwice(
            @ForAll @IntRange(max = 12) int capacity,
            @ForAll @IntRange(max = 12) int reserved,
            @ForAll @Size(max = 30) List<Boolean> callers) {
        int reserve = Math.min(reserved, capacity);
        FreeSeats seats = new FreeSeats(day(capacity, reserve, 0, 0, null), 0);
        int[] numbers = callers.stream()
                .map(seats::take)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .toArray();
        assertThat(numbers)
                .containsExactly(IntStream.rangeClosed(1, numbers.length).toArray());
        assertThat(numbers.length).isLessThanOrEqualTo(capacity);
        assertThat(seats.taken() - seats.takenByStaff()).isLessThanOrEqualTo(capacity - reserve);
    }

    private static QuotaRows.Row day(int capacity, int reserved, int booked, int internal, @Nullable String closure) {
        return new QuotaRows.Row(
                new OfficeCode("320405"),
                LocalDate.of(2026, 12, 10),
                new QuotaRule(capacity, reserved),
                booked,
                internal,
                true,
                closure,
                null,
                null,
                0);
    }
}
