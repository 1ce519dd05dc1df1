package id.dukcapil.portal.documents.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, nol",
        "1, satu",
        "10, sepuluh",
        "11, sebelas",
        "12, dua belas",
        "19, sembilan belas",
        "20, dua puluh",
        "21, dua puluh satu",
        "99, sembilan puluh sembilan",
        "100, seratus",
        "101, seratus satu",
        "111, seratus sebelas",
        "200, dua ratus",
        "999, sembilan ratus sembilan puluh sembilan",
        "1000, seribu",
        "1001, seribu satu",
        "1100, seribu seratus",
        "2000, dua ribu",
        "2026, dua ribu dua puluh enam",
        "11000, sebelas ribu",
        "100000, seratus ribu",
        "101500, seratus satu ribu lima ratus",
        "1000000, satu juta",
        "1001000, satu juta seribu",
        "2768410, dua juta tujuh ratus enam puluh delapan ribu empat ratus sepuluh",
        "1000000000, satu miliar",
        "12000000000000, dua belas triliun"
    })
    void aNumberIsSpelledAsItIsRead(long number, String words) {
        assertThat(NumberWords.of(number)).isEqualTo(words);
    }

    @Test
    void noTwoNumbersAreSpelledAlikeAndNoneHasGaps() {
        var spelled = new HashSet<String>();
        LongStream.range(0, 200_000).mapToObj(NumberWords::of).forEach(words -> {
            assertThat(words).doesNotContain("  ").isEqualTo(words.strip());
            assertThat(spelled.add(words)).as(words).isTrue();
        });
    }

    @Test
    void whatNobodyCountsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberWords.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberWords.of(1_000_000_000_000_000L));
    }

    @Test
    void aDayIsSpelledForTheOpeningOfABeritaAcara() {
        assertThat(NumberWords.day(LocalDate.of(2026, 11, 24)))
                .isEqualTo("Selasa, tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam");
    }
}
