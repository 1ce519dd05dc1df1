package id.dukcapil.portal.population.importing;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource.Item;
import id.dukcapil.portal.common.Retention;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** A resident asks what is held: the lists in which they stand belong to it, as long as they are kept. */
@IntegrationTest
@WithUserDetails("admin")
class ImportsOfPersonTest {

    @Autowired
    ImportsOfPerson source;

    @Autowired
    Retention populationImportRetention;

    @Autowired
    ImportScenario given;

    @Autowired
    SettableClock clock;

    @AfterEach
    void leaveNothingUnderWay() {
        given.nothingUnderWay();
        clock.reset();
    }

    @Test
    void everyListInWhichAResidentStandsIsNamedWithLineAndOutcome() {
        var list = new ResidentList().family(2);
        Nik second = nik(list, 1);
        long imported = given.imported(list.csv());
        long refused = given.imported(list.with(1, "AGAMA", "?").csv());
        assertThat(source.about(second))
                .extracting(Item::title)
                .containsExactly("Impor " + imported, "Impor " + refused);
        assertThat(source.about(second).getLast().values())
                .containsEntry("Berkas", "siak.csv")
                .containsEntry("Baris", "3")
                .containsEntry("Hasil", "Ditolak")
                .hasEntrySatisfying("Temuan", finding -> assertThat(finding).contains("AGAMA"));
    }

    @Test
    void somebodyWhoseMaskedNumberLooksTheSameIsNobodyElse() {
        var list = new ResidentList().family(1);
        Nik known = nik(list, 0);
        given.imported(list.csv());
        var stranger =
                new Nik(known.value().substring(0, 4) + "380101" + known.value().substring(10));
        assertThat(stranger.masked()).isEqualTo(known.masked());
        assertThat(source.about(known)).hasSize(1);
        assertThat(source.about(stranger)).isEmpty();
    }

    @Test
    void afterTheirTimeTheListsAreGoneAndWereCountedBefore() {
        Instant longAgo = Instant.parse("2019-03-04T02:00:00Z");
        clock.set(longAgo);
        var list = new ResidentList().family(1);
        given.imported(list.csv());
        clock.reset();
        Instant afterwards = longAgo.plus(Duration.ofDays(1));
        assertThat(populationImportRetention.endedBefore(afterwards)).hasValue(1);
        assertThat(populationImportRetention.removeEndedBefore(afterwards, 100)).isEqualTo(1);
        assertThat(populationImportRetention.endedBefore(afterwards)).hasValue(0);
        assertThat(source.about(nik(list, 0))).isEmpty();
    }

    private static Nik nik(ResidentList list, int row) {
        return new Nik(list.nik(row));
    }
}
