package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The applicant has fourteen calendar days to bring what is missing, and is told once more after seven. */
@IntegrationTest
@RecordApplicationEvents
class ApplicantsTimeTest {

    private static final Shortcomings MISSING = new Shortcomings(Set.of(ReturnReason.ATTACHMENT_MISSING), "");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicantsTime applicantsTime;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void theLastDayIsToldAndIsAWholeDayOfTheOffice() {
        assertThat(returned().completeBy()).isEqualTo(Instant.parse("2026-12-07T16:59:59Z"));
    }

    @Test
    void theApplicantIsRemindedOnce() {
        SubmissionDetails request = returned();
        clock.set(Instant.parse("2026-11-30T16:59:59Z"));
        applicantsTime.run();
        assertThat(reminders(request)).isZero();
        clock.advance(Duration.ofSeconds(1));
        applicantsTime.run();
        applicantsTime.run();
        assertThat(reminders(request)).isOne();
        assertThat(now(request).version())
                .as("nobody who looks at it has to look again")
                .isEqualTo(request.version());
    }

    @Test
    void whatIsNotCompletedInTimeLapsesOnceAndByItself() {
        SubmissionDetails request = returned();
        clock.set(Instant.parse("2026-12-07T16:59:59Z"));
        applicantsTime.run();
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.RETURNED_TO_APPLICANT);
        clock.advance(Duration.ofSeconds(1));
        applicantsTime.run();
        applicantsTime.run();
        SubmissionDetails lapsed = now(request);
        assertThat(lapsed.status()).isEqualTo(SubmissionStatus.LAPSED);
        assertThat(lapsed.history()).hasSize(3).last().satisfies(step -> {
            assertThat(step.desk()).isEqualTo(Desk.PORTAL);
            assertThat(step.actor()).isEqualTo("Portal");
        });
    }

    @Test
    void whoCompletesInTimeHasTheWholeTimeAgainWhenItIsReturnedOnceMore() {
        SubmissionDetails request = returned();
        clock.advance(Duration.ofDays(10));
        SubmissionDetails completed =
                given.asIkd(() -> submissions.complete(request.number()).orElseThrow());
        assertThat(completed.completeBy()).isNull();
        SubmissionDetails again =
                as("operator", () -> desk.returnToApplicant(completed.number(), completed.version(), MISSING));
        assertThat(again.completeBy()).isEqualTo(Instant.parse("2026-12-17T16:59:59Z"));
    }

    @Test
    void ofTheApplicantWhoCompletesAndTheTimeThatIsOverInTheSameInstantOneWins() throws Exception {
        SubmissionDetails request = returned();
        clock.set(Instant.parse("2026-12-07T17:00:00Z"));
        List<Callable<Boolean>> both = List.of(
                () -> {
                    applicantsTime.run();
                    return true;
                },
                () -> {
                    try {
                        return given.asStaff("operator", () -> desk.complete(request.number(), request.version()))
                                .isPresent();
                    } catch (RuntimeException tooLate) {
                        return false;
                    }
                });
        try (var threads = Executors.newFixedThreadPool(2)) {
            boolean completed = threads.invokeAll(both).get(1).resultNow();
            applicantsTime.run();
            assertThat(now(request).status())
                    .isEqualTo(completed ? SubmissionStatus.SUBMITTED : SubmissionStatus.LAPSED);
            assertThat(now(request).history()).hasSize(3);
        }
    }

    @Test
    void aRequestThatCannotBeWrittenKeepsNoOtherFromItsReminderAndItsEnd() {
        SubmissionDetails first = returned();
        SubmissionDetails second = returned();
        clock.set(Instant.parse("2026-11-30T17:00:00Z"));
        try (var poisoned =
                PoisonedRow.against(jdbc, "submission_request", first.id().value())) {
            applicantsTime.run();
            poisoned.hasFailed(ApplicantsTime.TASK, 1);
            assertThat(reminders(first)).isZero();
            assertThat(reminders(second)).isOne();
            clock.set(Instant.parse("2026-12-07T17:00:00Z"));
            applicantsTime.run();
            assertThat(now(second).status()).isEqualTo(SubmissionStatus.LAPSED);
            assertThat(now(first).status()).isEqualTo(SubmissionStatus.RETURNED_TO_APPLICANT);
            poisoned.close();
            clock.advance(Duration.ofMinutes(5));
            applicantsTime.run();
            poisoned.hasFailed(ApplicantsTime.TASK, 0);
        }
        assertThat(now(first).status()).isEqualTo(SubmissionStatus.LAPSED);
    }

    @Test
    void settingsThatContradictEachOtherStopTheStart() {
        var minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubmissionSettings(minute, minute, 7, 7, minute))
                .withMessageContaining("remind-after-days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubmissionSettings(Duration.ZERO, minute, 14, 7, minute))
                .withMessageContaining("held-for");
    }

    private long reminders(SubmissionDetails request) {
        return events.stream(ApplicantReminded.class)
                .filter(reminded -> reminded.submission().number().equals(request.number()))
                .count();
    }

    private SubmissionDetails returned() {
        SubmissionDetails request = given.submitted();
        return as("operator", () -> desk.returnToApplicant(request.number(), request.version(), MISSING));
    }

    private SubmissionDetails now(SubmissionDetails request) {
        return as("kadis", () -> submissions.find(request.number()));
    }

    private SubmissionDetails as(String username, Supplier<Optional<SubmissionDetails>> work) {
        return given.asStaff(username, () -> work.get().orElseThrow());
    }
}
