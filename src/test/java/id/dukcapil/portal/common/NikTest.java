package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.common.RegistryNumbers.Composed;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NikTest {

    private static final LocalDate BORN = LocalDate.of(1991, 8, 17);

    @Property
    @Domain(RegistryNumbers.class)
    void everyNikComposedByTheRulesIsReadWithoutAFinding(@ForAll Composed given) {
        Parsed<Nik> parsed = Nik.parse(given.digits());

        assertThat(parsed.findings()).isEmpty();
        assertThat(parsed.orThrow().value()).isEqualTo(given.digits());
    }

    @Property
    @Domain(RegistryNumbers.class)
    void aNikAgreesWithThePersonItWasComposedFrom(@ForAll Composed given) {
        Nik nik = new Nik(given.digits());

        assertThat(nik.saysFemale()).isEqualTo(given.female());
        assertThat(nik.districtOfFirstRegistration()).isEqualTo(given.district());
        assertThat(nik.disagreements(given.birthDate(), given.female(), given.district()::equals))
                .isEmpty();
    }

    @Property
    @Domain(RegistryNumbers.class)
    void noFormMeantForReadersShowsTheBirthDate(@ForAll Composed given) {
        Nik nik = new Nik(given.digits());

        for (String shown :
                List.of(nik.masked(), nik.toString(), Nik.parse(given.digits()).toString())) {
            assertThat(shown).doesNotContain(given.digits(), given.digits().substring(4, 12));
        }
        assertThat(nik.masked()).hasSize(16).matches("\\d{4}•{8}\\d{4}");
    }

    @Property
    void sixteenDigitsEitherBecomeThatNikOrAnErrorAtTheField(@ForAll @NumericChars @StringLength(16) String digits) {
        Parsed<Nik> parsed = Nik.parse("applicantNik", digits);

        parsed.value().ifPresent(nik -> assertThat(nik.value()).isEqualTo(digits));
        assertThat(parsed.value().isPresent()).isEqualTo(parsed.errors().isEmpty());
        assertThat(parsed.errors()).allMatch(finding -> finding.field().equals("applicantNik"));
    }

    @Property
    void noTextMakesReadingFail(@ForAll String anything) {
        Parsed<Nik> parsed = Nik.parse(anything);

        assertThat(parsed.value().isPresent()).isEqualTo(parsed.errors().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            320437170891000      | NIK harus 16 angka, yang dimasukkan 15 angka.
            32043717089100011    | NIK harus 16 angka, yang dimasukkan 17 angka.
            32043717O8910001     | NIK hanya boleh berisi angka, 16 angka.
            ''                   | NIK harus diisi, 16 angka.
            ' - '                | NIK harus diisi, 16 angka.
            3204373002910001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204377002910001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204371713910001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204371700910001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204373208910001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204374008910001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204377208910001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204370008910001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204372902990001     | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            0904371708910001     | NIK memuat kode wilayah yang tidak ada (angka ke-1 sampai ke-4).
            3200371708910001     | NIK memuat kode wilayah yang tidak ada (angka ke-1 sampai ke-4).
            3204371708910000     | NIK tidak mungkin berakhiran 0000.
            """)
    void whatCannotBeANikIsSaidInOneSentenceAtTheField(String raw, String sentence) {
        Parsed<Nik> parsed = Nik.parse(raw);

        assertThat(parsed.value()).isEmpty();
        assertThat(parsed.findings()).containsExactly(Finding.error("nik", sentence));
        assertThat(parsed.raw()).isEqualTo(raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3204 3717 0891 0001",
                "320437.170891.0001",
                "320437-170891-0001",
                " 3204371708910001 ",
                "320437\u00a0170891\u00a00001",
                "\u200b3204371708910001"
            })
    void spacesDotsHyphensAndWhatAWordProcessorAddsAreRemoved(String typed) {
        assertThat(Nik.parse(typed).orThrow()).isEqualTo(new Nik("3204371708910001"));
    }

    @Test
    void theTwentyNinthOfFebruaryNeedsALeapYearInOneOfTheTwoCenturies() {
        assertThat(Nik.parse("3204372902000001").value()).isPresent(); // 2000
        assertThat(Nik.parse("3204376902960001").value()).isPresent(); // 1996, a woman
        assertThat(Nik.parse("3204372902010001").value()).isEmpty();
    }

    @Test
    void theBirthDateIsTheLatestThatTheDigitsAllow() {
        LocalDate latest = LocalDate.of(2011, 12, 7);
        assertThat(new Nik("3204371708910001").saysBornOn(latest)).isEqualTo(BORN);
        assertThat(new Nik("3204375708910001").saysBornOn(latest)).isEqualTo(BORN);
        assertThat(new Nik("3204370712110001").saysBornOn(latest)).isEqualTo(latest);
        assertThat(new Nik("3204370812110001").saysBornOn(latest)).isEqualTo(LocalDate.of(1911, 12, 8));
        // 1900 had no 29 February
        assertThat(new Nik("3204372902000001").saysBornOn(LocalDate.of(1999, 1, 1)))
                .isEqualTo(LocalDate.of(1900, 2, 28));
    }

    @Test
    void aRegionBeforeTheSplitOnlyWarns() {
        Parsed<Nik> parsed = Nik.parse("3217011708910001");

        assertThat(parsed.findings()).isEmpty();
        assertThat(parsed.orThrow().disagreements(BORN, false, "320437"::equals))
                .containsExactly(
                        Finding.warning(
                                "nik",
                                "Kode wilayah 321701 pada NIK tidak ada di tabel wilayah sekarang; mungkin wilayah sebelum pemekaran."));
    }

    @Test
    void aCorrectedBirthDateOrSexOnlyWarns() {
        Nik nik = new Nik("3204371708910001");

        assertThat(nik.disagreements(BORN.plusDays(1), true, code -> true))
                .extracting(Finding::severity, Finding::field)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Finding.Severity.WARNING, "nik"))
                .hasSize(2);
    }

    @Test
    void noNikExistsThatIsNotOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nik("3204373002910001"))
                .withMessageNotContaining("3204");
    }
}
