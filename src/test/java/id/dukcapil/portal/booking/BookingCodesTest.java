package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The code of a booking that is made or moved")
class BookingCodesTest {

    private static final long SEED = 7;

    @Test
    void isTheFirstThatIsDrawn() {
        assertThat(new BookingCodes(code -> false, new Random(SEED)).free())
                .isEqualTo(BookingCode.random(new Random(SEED)));
    }

    @Test
    void isDrawnAgainAsLongAsSomebodyHasIt() {
        var draws = new Random(SEED);
        BookingCode first = BookingCode.random(draws);
        BookingCode second = BookingCode.random(draws);
        BookingCode third = BookingCode.random(draws);

        assertThat(new BookingCodes(Set.of(first, second)::contains, new Random(SEED)).free())
                .isEqualTo(third);
    }
}
