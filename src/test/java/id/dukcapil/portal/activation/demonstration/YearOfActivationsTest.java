package id.dukcapil.portal.activation.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.InventedPast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The activations with which a demonstration begins; what they enter is rolled back. */
@IntegrationTest
@Transactional
class YearOfActivationsTest {

    /** Before the days of which other tests tell. */
    private static final String LONG_AGO = "activation_case c WHERE c.created_at < '2026-11-01'";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aYearIsInvented() {
        jdbc.sql("UPDATE activation_case SET status = 'ABANDONED'").update();
        // The register of the tests is small
        jdbc.sql(
                        "UPDATE population_person SET recording_status = 'CARD_ISSUED', birth_date = '1990-01-01', standing = NULL")
                .update();
        beans.createBean(DemonstrationActivations.class).invent();
    }

    @Test
    void everyMonthHasActivationsNumberedInItsYear() {
        assertThat(past().months()).isEqualTo(12);
        assertThat(past().numberedInAnotherYear()).isZero();
    }

    @Test
    void theClockOfTheStandardKnowsUnderItsNumberWhoBegan() {
        var begun = new InventedPast(jdbc, LONG_AGO + " AND c.status <> 'REFUSED'", "person_nik");
        assertThat(begun.unknownToTheClock()).isZero();
    }

    @Test
    void nobodyComesTwice() {
        assertThat(past().cameAgain()).isZero();
    }

    private InventedPast past() {
        return new InventedPast(jdbc, LONG_AGO, "person_nik");
    }
}
