package id.dukcapil.portal.counter.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {

    private static final Path SOUNDS = Path.of("frontend/sounds");

    @Test
    void aNumberIsSpelledAndItsCounterIsAWord() {
        Announcement spoken = Announcement.of("R", 14, 2, false);
        assertThat(spoken.sentence()).isEqualTo("Nomor antrean R, nol satu empat, silakan ke loket dua.");
        assertThat(spoken.fragments())
                .containsExactly(
                        "chime",
                        "nomor_antrean",
                        "huruf_R",
                        "tetap_0",
                        "tetap_1",
                        "tetap_4",
                        "silakan_ke",
                        "loket",
                        "akhir_2");
    }

    @Test
    void aRepetitionSaysSo() {
        Announcement spoken = Announcement.of("C", 1, 12, true);
        assertThat(spoken.sentence())
                .isEqualTo("Dipanggil kembali. Nomor antrean C, nol nol satu, silakan ke loket dua belas.");
        assertThat(spoken.fragments()).startsWith("chime", "kembali").endsWith("tetap_2", "belas");
    }

    @ParameterizedTest
    @CsvSource({
        "0, nol",
        "7, tujuh",
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
        "250, dua ratus lima puluh",
        "999, sembilan ratus sembilan puluh sembilan"
    })
    void numbersAreCountedInIndonesian(int number, String words) {
        assertThat(String.join(" ", Announcement.counting(number))).isEqualTo(words);
    }

    @Test
    void everyFragmentThatCanBeNeededIsShippedInBothFormatsAndAllTogetherAreSmall() throws IOException {
        var needed = new TreeSet<String>();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            needed.addAll(Announcement.of(String.valueOf(letter), 1, 1, true).fragments());
        }
        IntStream.rangeClosed(1, 999)
                .forEach(number -> needed.addAll(
                        Announcement.of("A", number, number, false).fragments()));
        for (String fragment : needed) {
            for (String format : List.of("ogg", "mp3")) {
                assertThat(SOUNDS.resolve(fragment + "." + format)).exists();
            }
        }
        try (var files = Files.list(SOUNDS)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(400_000);
        }
    }
}
