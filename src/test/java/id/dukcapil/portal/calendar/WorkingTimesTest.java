package id.dukcapil.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
class WorkingTimesTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode MPP = new OfficeCode("MPP");
    private static final OfficeCode NOWHERE = new OfficeCode("TIDAKADA");
    private static final Instant WEDNESDAY_AT_THREE = Instant.parse("2026-12-23T08:00:00Z");
    private static final Instant MONDAY_HALF_PAST_EIGHT = Instant.parse("2026-12-28T01:30:00Z");

    @Autowired
    WorkingTimes times;

    @Autowired
    JdbcClient jdbc;

    @Test
    void christmas2026AndTheWeekendAfterItAreNoWorkForTheDinas() {
        assertThat(times.of(DINAS).between(WEDNESDAY_AT_THREE, MONDAY_HALF_PAST_EIGHT))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theMppWorksOnTheWeekendInBetween() {
        // Saturday and Sunday from 09.00 to 15.00 with half an hour of rest
        assertThat(times.of(MPP).between(WEDNESDAY_AT_THREE, MONDAY_HALF_PAST_EIGHT))
                .isEqualTo(Duration.ofHours(2 + 11));
    }

    @Test
    @Transactional
    void theHoursAreThoseOfTheOfficesOwnZone() {
        jdbc.sql("""
                        INSERT INTO staff_office (code, name, kind, time_zone, ordinal)
                        VALUES ('JAYAPURA', 'UKL Jayapura', 'UKL', 'Asia/Jayapura', 900)""").update();

        assertThat(times.of(new OfficeCode("JAYAPURA")).resumedAt(Instant.parse("2026-11-22T12:00:00Z")))
                .contains(Instant.parse("2026-11-22T22:30:00Z"));
    }

    @Test
    @Transactional
    void aHolidayEnteredLaterIsSeenByTheNextOneWhoAsks() {
        Instant monday = Instant.parse("2026-11-30T00:00:00Z");
        Instant tuesday = Instant.parse("2026-12-01T00:00:00Z");
        assertThat(times.of(DINAS).between(monday, tuesday)).isEqualTo(Duration.ofMinutes(450));
        jdbc.sql("""
                        INSERT INTO calendar_holiday (holiday_date, name, kind, basis, source, certainty)
                        VALUES ('2026-11-30', 'Pemilihan', 'LOCAL', 'Keputusan Bupati', 'uji', 'TERKONFIRMASI')""").update();

        assertThat(times.of(DINAS).between(monday, tuesday)).isZero();
    }

    @Test
    void manyOfficesAtOnceAnswerAsEachAlone() {
        Map<OfficeCode, WorkingTime> both =
                times.of(List.of(DINAS, MPP), WEDNESDAY_AT_THREE, WEDNESDAY_AT_THREE.plusSeconds(60));

        assertThat(both).containsOnlyKeys(DINAS, MPP);
        // Goes on beyond what was read at once
        both.forEach((office, time) -> assertThat(time.after(WEDNESDAY_AT_THREE, Duration.ofHours(100)))
                .isEqualTo(times.of(office).after(WEDNESDAY_AT_THREE, Duration.ofHours(100))));
        assertThat(times.of(List.of(), WEDNESDAY_AT_THREE, MONDAY_HALF_PAST_EIGHT))
                .isEmpty();
    }

    @Test
    void anOfficeThatDoesNotExistHasNoWorkingTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> times.of(NOWHERE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> times.of(List.of(DINAS, NOWHERE), WEDNESDAY_AT_THREE, MONDAY_HALF_PAST_EIGHT));
    }
}
