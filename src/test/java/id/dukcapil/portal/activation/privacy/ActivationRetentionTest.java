package id.dukcapil.portal.activation.privacy;

import static id.dukcapil.portal.activation.process.ActivationScenario.DINAS;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationScenario;
import id.dukcapil.portal.common.Retention;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Contact data go soon, the person later, and what a report is counted from never. */
@IntegrationTest
class ActivationRetentionTest {

    @Autowired
    ActivationScenario given;

    @Autowired
    Retention activationContactRetention;

    @Autowired
    Retention activationRetention;

    @Autowired
    ActivationsOfPerson ofPerson;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    @Transactional
    void addressAndNumberAreRemovedAfterAMonthAndWhatIsUnderWayKeepsThem() {
        ActivationDetails active = given.active(DINAS, "ikd");
        ActivationDetails open = given.scanned(DINAS, "ikd");
        assertThat(activationContactRetention.standard().getDays()).isEqualTo(30);
        clock.advance(Duration.ofDays(31));
        assertThat(activationContactRetention.removeEndedBefore(clock.instant().minus(Duration.ofDays(30)), 1_000))
                .isPositive();
        assertThat(row(active.id()))
                .containsEntry("email", null)
                .containsEntry("phone", null)
                .containsEntry("person_nik", active.nik().value());
        assertThat(row(active.id()).get("contact_removed_at")).isNotNull();
        assertThat(row(open.id())).containsEntry("email", "pemohon@contoh.id");
    }

    @Test
    @Transactional
    void anAnonymousActivationStillCounts() {
        ActivationDetails active = given.active(DINAS, "ikd");
        assertThat(ofPerson.about(active.nik()))
                .singleElement()
                .satisfies(item -> assertThat(item.values())
                        .containsEntry("Status", "Aktif")
                        .containsEntry("Surel", "pemohon@contoh.id"));
        clock.advance(Duration.ofDays(800));
        activationRetention.removeEndedBefore(clock.instant().minus(Duration.ofDays(730)), 1_000);
        assertThat(ofPerson.about(active.nik())).isEmpty();
        assertThat(row(active.id()))
                .containsEntry("person_nik", null)
                .containsEntry("full_name", null)
                .containsEntry("purpose", "NEW");
    }

    @Test
    void noColumnHoldsAPicture() {
        assertThat(jdbc.sql("SELECT DATA_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                                + " AND TABLE_NAME LIKE 'activation%'")
                        .query(String.class)
                        .list())
                .noneMatch(type -> type.contains("blob") || type.contains("binary"));
    }

    private Map<String, @Nullable Object> row(UUID id) {
        return jdbc.sql("SELECT * FROM activation_case WHERE id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
