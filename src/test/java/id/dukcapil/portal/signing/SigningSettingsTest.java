package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.signing.SigningSettings.Bsre.PlaceBy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SigningSettingsTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "portal.signing.provider", "bsre",
            "portal.signing.bsre.url", "https://esign.contoh.go.id",
            "portal.signing.bsre.username", "portal",
            "portal.signing.bsre.password", "kata-sandi-klien",
            "portal.signing.signers[0].nip", "19700817 199503 2 001",
            "portal.signing.signers[0].nik", "3204375708700001");

    @Test
    void whatIsNotSaidHasAGoodValue() {
        SigningSettings settings = bound(COMPLETE);

        assertThat(settings.bsre().version()).isEqualTo(2);
        assertThat(settings.bsre().placeBy()).isEqualTo(PlaceBy.LOWER_LEFT);
        assertThat(settings.bsre().tagField()).isEqualTo("tag_koordinat");
        assertThat(settings.bsre().verifyTimeout())
                .isGreaterThan(settings.bsre().signTimeout());
        assertThat(bound(Map.of("portal.signing.note", "x")).provider()).isEqualTo(SigningSettings.Kind.NONE);
    }

    @Test
    void aSignerIsFoundByTheNipInAnySpelling() {
        SigningSettings settings = bound(COMPLETE);

        assertThat(settings.nikOf("197008171995032001")).map(nik -> nik.value()).contains("3204375708700001");
        assertThat(settings.nikOf("19760228 200212 1 003")).isEmpty();
        assertThat(settings.nikOf(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "portal.signing.bsre.url,",
        "portal.signing.bsre.url,ftp://esign.contoh.go.id",
        "portal.signing.bsre.username,",
        "portal.signing.bsre.password,",
        "portal.signing.bsre.version,3",
        "portal.signing.bsre.tag-field,'a\":1'",
        "portal.signing.bsre.sign-timeout,0s",
        "portal.signing.signers[0].nik,12",
        "portal.signing.signers[0].nip,12",
        "portal.signing.keystore.revocation,true"
    })
    void aSettingThatCannotWorkStopsTheStart(String name, String value) {
        var changed = new HashMap<>(COMPLETE);
        changed.put(name, value == null ? "" : value);

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bound(changed))
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neitherPasswordNorNikIsPrinted() {
        SigningSettings settings =
                Signatories.bsre(URI.create("http://x"), 2, PlaceBy.TAG, "tag", Duration.ofSeconds(1));

        assertThat(settings.toString())
                .doesNotContain("kata-sandi-klien", Signatories.HEAD.nik().value());
    }

    private static SigningSettings bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("portal.signing", SigningSettings.class)
                .get();
    }
}
