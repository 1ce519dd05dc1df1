package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BookingCodeTest {

    @Property
    void everyCodeReadsBackInTheFormsPeopleTypeIt(@ForAll long seed) {
        BookingCode code = BookingCode.random(new Random(seed));
        assertThat(code.value()).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
        assertThat(BookingCode.parse(code.value()).value()).contains(code);
        assertThat(BookingCode.parse(" " + code.value().toLowerCase().replace("-", " "))
                        .value())
                .contains(code);
        assertThat(BookingCode.parse(code.spelled()).value()).contains(code);
    }

    @Property
    void oneWrongCharacterIsAlwaysNoticed(@ForAll long seed, @ForAll @IntRange(max = 7) int position) {
        String compact = BookingCode.random(new Random(seed)).value().replace("-", "");
        for (char other : "23456789ABCDEFGHJKMNPQRSTUVWXYZ".toCharArray()) {
            var wrong = new StringBuilder(compact);
            wrong.setCharAt(position, other);
            assertThat(BookingCode.parse(wrong.toString()).value().isPresent())
                    .isEqualTo(other == compact.charAt(position));
        }
    }

    @Property
    void twoSwappedCharactersAreAlwaysNoticed(
            @ForAll long seed, @ForAll @IntRange(max = 7) int one, @ForAll @IntRange(max = 7) int other) {
        String compact = BookingCode.random(new Random(seed)).value().replace("-", "");
        var swapped = new StringBuilder(compact);
        swapped.setCharAt(one, compact.charAt(other));
        swapped.setCharAt(other, compact.charAt(one));
        assertThat(BookingCode.parse(swapped.toString()).value().isPresent())
                .isEqualTo(swapped.toString().equals(compact));
    }

    @Test
    void aTextThatIsNoCodeIsAnsweredWithAnExample() {
        assertThat(BookingCode.parse("12345").errors())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("7K3M-9QXD"));
        assertThat(BookingCode.parse("AAAA-AAA0").value()).isEmpty();
    }
}
