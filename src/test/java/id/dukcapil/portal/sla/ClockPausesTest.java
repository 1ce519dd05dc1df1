package id.dukcapil.portal.sla;

import static id.dukcapil.portal.common.WaitingFor.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.CaseDue;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.submission.SubmissionScenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Kerusakan teknis is stated with begin, end and reason. It is 09.00 WIB on Monday 23 November 2026. */
@IntegrationTest
@RecordApplicationEvents
class ClockPausesTest {

    private static final Instant NINE = SettableClock.MONDAY_MORNING;
    private static final Instant HALF_PAST_EIGHT = NINE.minus(Duration.ofMinutes(30));
    private static final String REASON = "Listrik padam";

    @Autowired
    ClockPauses pauses;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void statingChangingAndWithdrawingMoveTheDueInstantsOfTheOfficesCasesAtOnce() {
        var office = new OfficeCode("320431");
        UUID id = openedAt(HALF_PAST_EIGHT, office);
        state(office, HALF_PAST_EIGHT.plusSeconds(60), NINE, REASON);
        assertThat(lastDue(id).step()).isEqualTo(NINE.plus(Duration.ofMinutes(4)));

        as(() -> pauses.withdraw(only(office), "Salah kantor"));
        assertThat(lastDue(id).step()).isEqualTo(HALF_PAST_EIGHT.plus(Duration.ofMinutes(5)));

        state(office, NINE.minus(Duration.ofMinutes(10)), null, REASON);
        assertThat(lastDue(id).step()).as("used up before").isEqualTo(HALF_PAST_EIGHT.plus(Duration.ofMinutes(5)));
        assertThat(lastDue(id).whole()).isNull();
        clock.advance(Duration.ofMinutes(10));
        as(() -> {
            StatedPause going = only(office);
            pauses.change(going, going.from(), clock.instant(), "Listrik padam sebagian");
        });
        assertThat(lastDue(id).whole()).isEqualTo(NINE.plus(Duration.ofMinutes(20)));
        assertThat(events.stream(AuditEvent.class)
                        .filter(told -> told.kind().equals("Jeda layanan") && office.equals(told.office())))
                .extracting(AuditEvent::action)
                .containsExactly("Dinyatakan", "Dicabut", "Dinyatakan", "Diubah");
    }

    @Test
    void onlyWhoHasTheRightStatesAndOnlyForOfficesWithinReach() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("operator", () -> pauses.latest()));
        String ofDinas = given.colleagueOf("operator", "Euis Komariah");
        given.alsoMay(ofDinas, "CLOCK_PAUSE");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff(ofDinas, () -> {
                    pauses.state(new OfficeCode("320432"), HALF_PAST_EIGHT, NINE, REASON);
                    return true;
                }));
    }

    @Test
    void whatCannotBeIsSaidAtItsField() {
        var office = new OfficeCode("320433");
        assertInvalid("from", () -> pauses.state(office, NINE.plusSeconds(1), null, REASON));
        assertInvalid("from", () -> pauses.state(office, NINE.minus(Duration.ofDays(32)), NINE, REASON));
        assertInvalid("to", () -> pauses.state(office, NINE, NINE, REASON));
        assertInvalid("to", () -> pauses.state(office, HALF_PAST_EIGHT, NINE.plusSeconds(1), REASON));
        assertInvalid("reason", () -> pauses.state(office, HALF_PAST_EIGHT, NINE, " "));
        assertInvalid("reason", () -> pauses.state(office, HALF_PAST_EIGHT, NINE, "x".repeat(201)));
        assertThat(of(office)).isEmpty();
    }

    @Test
    void anOfficeHasOnePauseThatGoesOnAlsoWhenTwoPeopleSayItAtOnce() throws Exception {
        var office = new OfficeCode("320434");
        List<Callable<Boolean>> clicks = IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        state(office, HALF_PAST_EIGHT, null, REASON);
                        return true;
                    } catch (InvalidInput goingOn) {
                        return false;
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(clicks.size())) {
            assertThat(threads.invokeAll(clicks).stream().map(answer -> answer.resultNow()))
                    .containsOnlyOnce(true);
        }
        assertThat(of(office)).hasSize(1);
        as(() -> pauses.withdraw(only(office), "Uji"));
    }

    @Test
    void whatIsOverIsNotChangedAndWhatSomebodyElseChangedIsLookedAtAgain() {
        var office = new OfficeCode("320435");
        state(office, HALF_PAST_EIGHT, null, REASON);
        StatedPause seen = only(office);
        as(() -> pauses.change(seen, HALF_PAST_EIGHT, NINE, REASON));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> as(() -> pauses.change(seen, HALF_PAST_EIGHT, null, "Lain")));
        assertInvalid("to", () -> pauses.change(only(office), HALF_PAST_EIGHT, NINE, "Lain"));
        StatedPause over = only(office);
        as(() -> pauses.withdraw(over, "Tidak terjadi"));
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> as(() -> pauses.withdraw(over, "Lagi")));
        assertThat(only(office).state()).isEqualTo(StatedPause.State.WITHDRAWN);
        assertThat(only(office).withdrawnWhy()).isEqualTo("Tidak terjadi");
    }

    private void assertInvalid(String field, Runnable act) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(act))
                .satisfies(invalid -> assertThat(invalid.findings())
                        .extracting(Finding::field)
                        .containsExactly(field));
    }

    private UUID openedAt(Instant moment, OfficeCode office) {
        UUID id = TimeOrderedId.at(moment);
        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new CaseMoved(id, "bandung-31-2023", "UJI/JEDA/1", office, null, 6, OFFICE, moment, Actor.PORTAL)));
        return id;
    }

    private CaseDue lastDue(UUID id) {
        return events.stream(CaseDue.class)
                .filter(due -> due.caseId().equals(id))
                .toList()
                .getLast();
    }

    private void state(OfficeCode office, Instant from, @Nullable Instant to, String reason) {
        as(() -> pauses.state(office, from, to, reason));
    }

    private StatedPause only(OfficeCode office) {
        return of(office).getFirst();
    }

    private List<StatedPause> of(OfficeCode office) {
        return given.asStaff(
                "manajer",
                () -> pauses.latest().stream()
                        .filter(pause -> pause.office().equals(office))
                        .toList());
    }

    private void as(Runnable act) {
        given.asStaff("manajer", () -> {
            act.run();
            return true;
        });
    }
}
