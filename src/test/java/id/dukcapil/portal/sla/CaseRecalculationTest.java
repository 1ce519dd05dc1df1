package id.dukcapil.portal.sla;

import static id.dukcapil.portal.common.WaitingFor.NOBODY;
import static id.dukcapil.portal.common.WaitingFor.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseDue;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.WaitingFor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** A request that comes in three minutes before closing on Thursday 10 December 2026. */
@IntegrationTest
@RecordApplicationEvents
@Transactional
class CaseRecalculationTest {

    private static final Instant THURSDAY_BEFORE_CLOSING = Instant.parse("2026-12-10T08:57:00Z");
    private static final Instant FRIDAY_MORNING = Instant.parse("2026-12-11T00:32:00Z");
    private static final Instant MONDAY_MORNING = Instant.parse("2026-12-14T00:32:00Z");

    @Autowired
    CaseRecalculation recalculation;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ApplicationEvents recorded;

    @Autowired
    JdbcClient jdbc;

    private final UUID id = TimeOrderedId.at(THURSDAY_BEFORE_CLOSING);

    @Test
    void aHolidayEnteredLaterMovesTheDueInstantOfAnOpenCase() {
        move(null, 6, OFFICE, THURSDAY_BEFORE_CLOSING);
        assertThat(dues()).extracting(CaseDue::step).containsExactly(FRIDAY_MORNING);

        enterHolidayOnFriday();
        recalculation.run();

        assertThat(dues()).extracting(CaseDue::step).containsExactly(FRIDAY_MORNING, MONDAY_MORNING);
        assertThat(dues())
                .extracting(CaseDue::whole)
                .containsExactly(FRIDAY_MORNING.plusSeconds(25 * 60), MONDAY_MORNING.plusSeconds(25 * 60));
    }

    @Test
    void whereNothingHasChangedNothingIsTold() {
        move(null, 6, OFFICE, THURSDAY_BEFORE_CLOSING);

        recalculation.run();
        recalculation.run();

        assertThat(dues()).hasSize(1);
    }

    @Test
    void aCaseThatIsOverIsNotTouched() {
        move(null, 6, OFFICE, THURSDAY_BEFORE_CLOSING);
        move(6, null, NOBODY, THURSDAY_BEFORE_CLOSING.plusSeconds(60));
        int told = dues().size();

        enterHolidayOnFriday();
        recalculation.run();

        assertThat(dues()).hasSize(told);
    }

    @Test
    void aCaseFromBeforeTheLedgerIsEnteredWithItsSteps() {
        move(null, 6, OFFICE, THURSDAY_BEFORE_CLOSING);
        move(6, null, NOBODY, THURSDAY_BEFORE_CLOSING.plusSeconds(60));
        jdbc.sql("DELETE FROM sla_stay WHERE case_id = ?").param(id).update();

        recalculation.workOutStaysAgain();
        recalculation.workOutStaysAgain();

        assertThat(jdbc.sql("SELECT step FROM sla_stay WHERE case_id = ? ORDER BY step")
                        .param(id)
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 6);
    }

    private void enterHolidayOnFriday() {
        jdbc.sql("""
                        INSERT INTO calendar_holiday (holiday_date, name, kind, basis, source, certainty)
                        VALUES ('2026-12-11', 'Pemilihan', 'LOCAL', 'Keputusan Bupati', 'uji', 'TERKONFIRMASI')""").update();
    }

    private void move(@Nullable Integer ended, @Nullable Integer begun, WaitingFor party, Instant at) {
        events.publishEvent(new CaseMoved(
                id, "bandung-31-2023", "UJI/2/2026", new OfficeCode("320410"), ended, begun, party, at, Actor.PORTAL));
    }

    private List<CaseDue> dues() {
        return recorded.stream(CaseDue.class)
                .filter(due -> due.caseId().equals(id))
                .toList();
    }
}
