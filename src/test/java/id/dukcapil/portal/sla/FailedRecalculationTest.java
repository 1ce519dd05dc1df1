package id.dukcapil.portal.sla;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseDue;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Two requests of Thursday 17 December 2026, three minutes before closing; a holiday on Friday is entered afterwards. */
@IntegrationTest
@RecordApplicationEvents
class FailedRecalculationTest {

    private static final Instant THURSDAY = Instant.parse("2026-12-17T08:57:00Z");

    @Autowired
    CaseRecalculation recalculation;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ApplicationEvents recorded;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    /** The smaller identifier is worked on first. */
    private final UUID first = TimeOrderedId.at(THURSDAY);

    private final UUID second = TimeOrderedId.at(THURSDAY.plusSeconds(1));

    @BeforeEach
    void twoCasesAndAHoliday() {
        clock.set(THURSDAY.plusSeconds(60));
        List.of(first, second).forEach(id -> move(id, null, 6, WaitingFor.OFFICE));
        jdbc.sql("""
                        INSERT INTO calendar_holiday (holiday_date, name, kind, basis, source, certainty)
                        VALUES ('2026-12-18', 'Pemilihan', 'LOCAL', 'Keputusan Bupati', 'uji', 'TERKONFIRMASI')""").update();
    }

    @AfterEach
    void asBefore() {
        List.of(first, second).forEach(id -> move(id, 6, null, WaitingFor.NOBODY));
        jdbc.sql("DELETE FROM calendar_holiday WHERE holiday_date = '2026-12-18'")
                .update();
        clock.reset();
    }

    @Test
    void aCaseThatCannotBeWrittenKeepsNoOtherFromItsNewDueInstant() {
        try (var poisoned = PoisonedRow.against(jdbc, "sla_case", first)) {
            recalculation.run();
            poisoned.hasFailed(CaseRecalculation.TASK, 1);
            assertThat(timesTold(first)).isOne();
            assertThat(timesTold(second)).isEqualTo(2);
            poisoned.close();
            clock.advance(Duration.ofMinutes(10));
            recalculation.run();
            poisoned.hasFailed(CaseRecalculation.TASK, 0);
        }
        assertThat(timesTold(first)).isEqualTo(2);
    }

    private void move(UUID id, @Nullable Integer ended, @Nullable Integer begun, WaitingFor party) {
        transaction.executeWithoutResult(status -> events.publishEvent(new CaseMoved(
                id,
                "bandung-31-2023",
                "UJI/" + id,
                new OfficeCode("320410"),
                ended,
                begun,
                party,
                THURSDAY,
                Actor.PORTAL)));
    }

    private long timesTold(UUID id) {
        return recorded.stream(CaseDue.class)
                .filter(due -> due.caseId().equals(id))
                .count();
    }
}
