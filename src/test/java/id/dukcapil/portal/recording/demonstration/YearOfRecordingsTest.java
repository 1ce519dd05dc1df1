package id.dukcapil.portal.recording.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.InventedPast;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Offices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The recordings with which a demonstration begins; what they enter is rolled back. */
@IntegrationTest
@Transactional
class YearOfRecordingsTest {

    /** Before the days of which other tests tell. */
    private static final String LONG_AGO = "recording_case c WHERE c.created_at < '2026-11-01'";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aYearIsInvented() {
        jdbc.sql("UPDATE recording_case SET status = 'LEFT'").update();
        beans.createBean(DemonstrationRecordings.class)
                .invent(offices.find(new OfficeCode("320437")).orElseThrow());
    }

    @Test
    void recordingsOfManyMonthsAreNumberedInTheirYear() {
        // As far as there are people: other tests leave more or fewer of them to be recorded
        assertThat(past().months()).isBetween(2, 12);
        assertThat(past().numberedInAnotherYear()).isZero();
    }

    @Test
    void theClockOfTheStandardKnowsEachUnderItsNumber() {
        assertThat(past().unknownToTheClock()).isZero();
    }

    @Test
    void nobodyComesTwice() {
        assertThat(past().cameAgain()).isZero();
    }

    private InventedPast past() {
        return new InventedPast(jdbc, LONG_AGO, "person_nik");
    }
}
