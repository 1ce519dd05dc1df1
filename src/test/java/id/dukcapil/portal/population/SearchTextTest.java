package id.dukcapil.portal.population;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @Test
    void digitsInGroupsAreANumberAndDoNotStandInAnAddress() {
        SearchText text = SearchText.parse(" 3204.3701-0190 9001 ").orThrow();
        assertThat(text).isEqualTo(new SearchText("3204370101909001", SearchText.Kind.NUMBER));
        assertThat(text.harmless()).isFalse();
    }

    @Test
    void aNameIsSearchedWithSingleSpacesAndMayStandInAnAddress() {
        SearchText text = SearchText.parse("  asep   sur ").orThrow();
        assertThat(text).isEqualTo(new SearchText("asep sur", SearchText.Kind.NAME));
        assertThat(text.harmless()).isTrue();
    }

    @Test
    void aNikMixedWithLettersStaysOutOfTheAddressToo() {
        assertThat(SearchText.parse("asep 3204370101909001").orThrow().harmless())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "32043", "32043701019090011"})
    void tooLittleOrTooMuchIsExplained(String raw) {
        assertThat(SearchText.parse(raw).errors()).hasSize(1);
    }

    @Test
    void signsWithAMeaningInPatternsAreTakenAsTyped() {
        assertThat(SearchText.parse("a%_!").orThrow().prefixPattern()).isEqualTo("a!%!_!!%");
    }
}
