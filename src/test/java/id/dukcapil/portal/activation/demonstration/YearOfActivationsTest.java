package id.dukcapil.portal.activation.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
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
    private static final String LONG_AGO = " FROM activation_case c WHERE c.created_at < '2026-11-01'";

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
        assertThat(count("SELECT COUNT(DISTINCT LEFT(c.created_at, 7))" + LONG_AGO))
                .isEqualTo(12);
        assertThat(count(
                        "SELECT COUNT(*)" + LONG_AGO + " AND c.number NOT LIKE CONCAT('%-', YEAR(c.created_at), '-%')"))
                .isZero();
    }

    @Test
    void theClockOfTheStandardKnowsUnderItsNumberWhoBegan() {
        assertThat(count("SELECT COUNT(*)" + LONG_AGO + """
                 AND c.status <> 'REFUSED' AND NOT EXISTS (SELECT 1 FROM sla_case s WHERE s.number = c.number AND s.office_code = c.office_code
                   AND s.opened_at = c.created_at AND s.closed_at = c.status_since)""")).isZero();
    }

    @Test
    void nobodyComesTwice() {
        assertThat(count("SELECT COUNT(*) - COUNT(DISTINCT c.person_nik)" + LONG_AGO))
                .isZero();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
