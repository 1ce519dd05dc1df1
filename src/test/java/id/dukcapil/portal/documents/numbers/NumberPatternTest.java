package id.dukcapil.portal.documents.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NumberPatternTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "400.12.2.1/{n}/{office}/{year}, 400.12.2.1/7/DINAS/2026",
        "KK-{office}-{year}-{n:5}, KK-DINAS-2026-00007",
        "{n:3}/Disduk_{office}/{month}/{year}, 007/Disduk_DINAS/XI/2026"
    })
    void aNumberIsWrittenAsTheOfficeWritesIt(String pattern, String number) {
        assertThat(new NumberPattern(pattern).write(7, new OfficeCode("DINAS"), MONDAY))
                .isEqualTo(number);
    }

    @Test
    void aNumberThatHasOutgrownItsZerosIsNotCut() {
        assertThat(new NumberPattern("{office}.{year}.{n:3}").write(12_345, new OfficeCode("MPP"), MONDAY))
                .isEqualTo("MPP.2026.12345");
    }

    @ParameterizedTest
    @CsvSource({
        "KK-{office}-{year}, memuat {n} tepat satu kali",
        "KK-{n}-{year}, memuat {office} tepat satu kali",
        "KK-{n}-{office}, memuat {year} tepat satu kali",
        "{n}-{n:5}-{office}-{year}, memuat {n} tepat satu kali",
        "{office}{n}-{year}, di antara dua bagian",
        "{office}A{n}-{year}, di antara dua bagian",
        "{n}-{office}-{year}-{day}, hanya boleh berisi",
        "{n:0}-{office}-{year}, hanya boleh berisi",
        "{n-{office}-{year}, hanya boleh berisi",
        "No {n}-{office}-{year}, hanya boleh berisi",
        "'', memuat {n} tepat satu kali",
        "400.12.2.1/SEKRETARIAT-DAERAH-KABUPATEN/{n}/{office}/{year}, lebih panjang dari 60"
    })
    void aPatternThatWouldGoWrongIsRefusedWithTheReason(String pattern, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberPattern(pattern))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KK-{office}-{year}-{n:5}\n", "KK-{office}-{year}-{n:5}?", "ＫＫ-{office}-{year}-{n}"})
    void nothingGetsIntoAPatternThatDoesNotBelongIntoANumber(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberPattern(pattern));
    }

    @Test
    void aNumberForAddressesHoldsNoSlash() {
        var slashes = new NumberPattern("{n}/{office}/{year}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberKind("kk-request", slashes, true))
                .withMessageContaining("garis miring");
        assertThat(new NumberKind("kk-return", slashes, false).standardPattern())
                .isEqualTo(slashes);
    }

    @Test
    void aConfiguredPatternTakesThePlaceOfTheStandardOne() {
        var kind = new NumberKind("kk-return", new NumberPattern("{n}/{office}/{year}"), false);
        var own = new NumberPattern("470/{n}/{office}/{year}");
        assertThat(new NumberSettings(Map.of("kk-return", own)).of(kind)).isEqualTo(own);
        assertThat(new NumberSettings(Map.of()).of(kind)).isEqualTo(kind.standardPattern());
    }

    @ParameterizedTest
    @CsvSource({"470/{n}/{office}/{year}, true", "470/{n}/{year}, false"})
    void patternsAreReadFromTheConfigurationAndABadOneIsNot(String pattern, boolean good) {
        var source = new MapConfigurationPropertySource(Map.of("portal.numbers.patterns.kk-return", pattern));
        var binder = new Binder(source);
        if (good) {
            assertThat(binder.bind("portal.numbers", NumberSettings.class).get().patterns())
                    .containsEntry("kk-return", new NumberPattern(pattern));
        } else {
            assertThatExceptionOfType(BindException.class)
                    .isThrownBy(() -> binder.bind("portal.numbers", NumberSettings.class))
                    .withStackTraceContaining("{office} tepat satu kali");
        }
    }

    @Test
    void aConfiguredPatternThatFitsNoKindStopsTheStart() {
        var kind = new NumberKind("kk-request", new NumberPattern("{n}-{office}-{year}"), true);
        var slashes = new NumberPattern("{n}/{office}/{year}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberSettings(Map.of("kk-request", slashes)).requireFit(List.of(kind)))
                .withMessageContaining("garis miring");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberSettings(Map.of("kk-retrun", slashes)).requireFit(List.of(kind)))
                .withMessageContaining("kk-retrun");
    }
}
