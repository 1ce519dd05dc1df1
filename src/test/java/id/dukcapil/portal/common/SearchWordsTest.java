package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void everyWordMustBeginSomeWordInAnyOrder() {
        assertThat(SearchWords.of("kuo kal").begin("Kalender kuota")).isTrue();
        assertThat(SearchWords.of("kuota cetak").begin("Kalender kuota")).isFalse();
        assertThat(SearchWords.of("ender").begin("Kalender kuota")).isFalse();
    }

    @Test
    void aWordMayStandInAnyPartOfWhatIsKnown() {
        assertThat(SearchWords.of("28/2024 bandung").begin("SOP 28/2024", "Kabupaten Bandung"))
                .isTrue();
    }

    @Test
    void nothingTypedBeginsNothing() {
        assertThat(SearchWords.of(" - ").begin("Kalender kuota")).isFalse();
    }
}
