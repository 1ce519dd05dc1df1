package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.common.RegistryNumbers.Appointed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NipTest {

    @Property
    @Domain(RegistryNumbers.class)
    void everyPlausibleAppointmentIsReadWithoutAFinding(@ForAll Appointed given) {
        Parsed<Nip> parsed = Nip.parse(given.digits());

        assertThat(parsed.findings()).isEmpty();
        assertThat(parsed.orThrow().value()).isEqualTo(given.digits());
    }

    @Property
    @Domain(RegistryNumbers.class)
    void thePrintedFormReadsBackAsTheSameNumber(@ForAll Appointed given) {
        Nip nip = new Nip(given.digits());

        assertThat(nip.grouped()).matches("\\d{8} \\d{6} [12] \\d{3}").isEqualTo(nip.toString());
        assertThat(Nip.parse(nip.grouped()).orThrow()).isEqualTo(nip);
    }

    @Property
    void noTextMakesReadingFail(@ForAll String anything) {
        Parsed<Nip> parsed = Nip.parse(anything);

        assertThat(parsed.value().isPresent()).isEqualTo(parsed.errors().isEmpty());
    }

    @Test
    void theNumberInSopZeroIsUsableButCannotBeRight() {
        Parsed<Nip> parsed = Nip.parse("198007171990031005");

        assertThat(parsed.value()).isPresent();
        assertThat(parsed.warnings())
                .containsExactly(
                        Finding.warning(
                                "nip",
                                "NIP tidak wajar: lahir 1980 tetapi mulai bekerja 1990, pada usia 9 tahun. Periksa kembali pada SK."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"196907171990031005", "19670712 199202 1 001", "19860926 201505 1 001", "196310301986031010"})
    void numbersOfTheOtherProceduresAreClean(String printed) {
        assertThat(Nip.parse(printed).findings()).isEmpty();
    }

    @Test
    void spacesOfThePrintedFormAreRemoved() {
        assertThat(Nip.parse("19670712 199202 1 001").orThrow().value()).isEqualTo("196707121992021001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"199005172022211003", "198811042023212010"})
    void aContractBlockFrom21UpIsAPppk(String digits) {
        assertThat(Nip.parse(digits).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            19690717199003100    | NIP harus 18 angka.
            1969071719900310055  | NIP harus 18 angka.
            19690717199003100A   | NIP harus 18 angka.
            ''                   | NIP harus 18 angka.
            196902301990031005   | NIP memuat tanggal lahir yang tidak ada (8 angka pertama).
            196907171990131005   | NIP memuat bulan pengangkatan yang tidak ada (angka ke-13 dan ke-14).
            196907171990001005   | NIP memuat bulan pengangkatan yang tidak ada (angka ke-13 dan ke-14).
            196907171990033005   | Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan).
            """)
    void whatCannotBeANipIsSaidInOneSentenceAtTheField(String raw, String sentence) {
        assertThat(Nip.parse(raw).findings()).containsExactly(Finding.error("nip", sentence));
    }

    @Test
    void startingWorkAtRetirementAgeIsNotPlausibleEither() {
        assertThat(Nip.parse("190007171990031005").warnings())
                .extracting(Finding::message)
                .containsExactly(
                        "NIP tidak wajar: lahir 1900 tetapi mulai bekerja 1990, pada usia 89 tahun. Periksa kembali pada SK.");
    }

    @Test
    void noNipExistsThatIsNotOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Nip("196902301990031005"));
    }
}
