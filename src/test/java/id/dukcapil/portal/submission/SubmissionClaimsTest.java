package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Who works on which request, and several at once. */
@IntegrationTest
@RecordApplicationEvents
class SubmissionClaimsTest {

    /** Due before anything that other tests leave in the queue. */
    private static final Instant LONG_AGO = Instant.parse("2020-01-02T03:00:00Z");

    @Autowired
    SubmissionClaims claims;

    @Autowired
    SubmissionPassing passing;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    private String dadang = "";

    @BeforeEach
    void aColleague() {
        dadang = given.colleagueOf("operator", "Dadang Sutisna");
    }

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void aClaimKeepsTheOthersOutAndDoesNotAgeWhatTheySee() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails claimed = as("operator", () -> claims.claim(request.number()));
        assertThat(claimed.holding()).isNotNull();
        assertThat(claimed.version()).isEqualTo(request.version());

        assertThatExceptionOfType(HeldBySomebodyElse.class)
                .isThrownBy(() -> as(dadang, () -> claims.claim(request.number())))
                .withMessageContaining("sedang dikerjakan Tita Wulandari")
                .withMessageContaining("atasan");
        assertThatExceptionOfType(HeldBySomebodyElse.class)
                .isThrownBy(() -> as(dadang, () -> desk.check(request.number(), request.version())));

        as("operator", () -> claims.release(request.number()));
        assertThat(as(dadang, () -> desk.check(request.number(), request.version()))
                        .status())
                .isEqualTo(SubmissionStatus.CHECKED);
    }

    @Test
    void aClaimEndsByItselfUnlessThereIsWorkOnTheRequest() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> claims.claim(request.number()));
        clock.advance(Duration.ofMinutes(20));
        as("operator", () -> claims.keep(request.number()));
        clock.advance(Duration.ofMinutes(29));
        assertThatExceptionOfType(HeldBySomebodyElse.class)
                .isThrownBy(() -> as(dadang, () -> claims.claim(request.number())));
        clock.advance(Duration.ofMinutes(1));
        assertThat(as(dadang, () -> claims.claim(request.number())).holding())
                .extracting(Claim.Holding::name)
                .isEqualTo("Dadang Sutisna");
    }

    @Test
    void workOnWhatAnotherHoldsClaimsNothing() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> claims.claim(request.number()));
        assertThat(as(dadang, () -> claims.keep(request.number())).holding())
                .extracting(Claim.Holding::name)
                .isEqualTo("Tita Wulandari");
        SubmissionDetails free = given.submitted();
        assertThat(as(dadang, () -> claims.keep(free.number())).holding()).isNull();
    }

    @Test
    void whoeverSupervisesPutsARequestBackIntoTheQueueAndThatIsOnRecord() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> claims.claim(request.number()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(dadang, () -> claims.takeOver(request.number())));
        assertThat(as("manajer", () -> claims.takeOver(request.number())).holding())
                .as("the manager works in neither lane")
                .isNull();
        assertThat(events.stream(ClaimLost.class)).singleElement().satisfies(lost -> {
            assertThat(lost.lost().name()).isEqualTo("Tita Wulandari");
            assertThat(lost.by()).isEqualTo("Hendra Gunawan");
        });
        assertThat(events.stream(AuditEvent.class)
                        .filter(told -> told.reference().equals(request.number().value())))
                .extracting(AuditEvent::action)
                .contains("Diambil alih");
    }

    @Test
    void aSupervisorWhoWorksInTheLaneHasItInHandAfterwards() {
        String supervisor = given.colleagueOf("operator", "Yuyun Kurniasih");
        given.alsoIs(supervisor, "manajer");
        SubmissionDetails request = given.submitted();
        as("operator", () -> claims.claim(request.number()));
        assertThat(as(supervisor, () -> claims.takeOver(request.number())).holding())
                .extracting(Claim.Holding::name)
                .isEqualTo("Yuyun Kurniasih");
    }

    @Test
    void aLaneIsClaimedOnlyByThoseWhoWorkInIt() {
        SubmissionDetails request = given.submitted();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as("verifikator", () -> claims.claim(request.number())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as("manajer", () -> claims.claim(request.number())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("kadis", () -> claims.next()));
        SubmissionDetails checked = as("operator", () -> desk.check(request.number(), request.version()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(dadang, () -> claims.claim(checked.number())));
        assertThat(as("verifikator", () -> claims.claim(checked.number())).holding())
                .isNotNull();
    }

    @Test
    void theNextIsWhatIsDueFirstAndHeldByNobody() {
        SubmissionDetails second = dueAt(given.submitted(), LONG_AGO.plusSeconds(60));
        SubmissionDetails first = dueAt(given.submitted(), LONG_AGO);
        assertThat(next("operator").number()).isEqualTo(first.number());
        assertThat(next(dadang).number()).isEqualTo(second.number());
        assertThat(next(dadang).number()).isNotIn(first.number(), second.number());
    }

    @Test
    void theNextIsNeverOneThatIWorkedOnInAnotherLane() {
        String both = given.colleagueOf("operator", "Iwan Setiawan");
        given.alsoIs(both, "verifikator");
        SubmissionDetails own = given.submitted();
        as(both, () -> desk.check(own.number(), own.version()));
        SubmissionDetails others = given.submitted();
        as("operator", () -> desk.check(others.number(), others.version()));
        dueAt(own, LONG_AGO.minusSeconds(120));
        dueAt(others, LONG_AGO.minusSeconds(60));
        assertThat(next(both).number()).isEqualTo(others.number());
        assertThat(next("verifikator").number()).isEqualTo(own.number());
    }

    @Test
    void everybodyWhoAsksForTheNextInTheSameInstantGetsAnother() throws Exception {
        List<SubmissionNumber> waiting = IntStream.range(0, 8)
                .mapToObj(i -> dueAt(given.submitted(), LONG_AGO.minusSeconds(1_000 + i))
                        .number())
                .toList();
        List<Callable<SubmissionNumber>> clicks = IntStream.range(0, 8)
                .<Callable<SubmissionNumber>>mapToObj(
                        i -> () -> next(i % 2 == 0 ? "operator" : dadang).number())
                .toList();
        try (var threads = Executors.newFixedThreadPool(clicks.size())) {
            assertThat(threads.invokeAll(clicks).stream().map(answer -> answer.resultNow()))
                    .containsExactlyInAnyOrderElementsOf(waiting);
        }
    }

    @Test
    void whatSomebodyIsJustTakingIsPassedOverWithoutWaiting() {
        SubmissionDetails locked = dueAt(given.submitted(), LONG_AGO.minusSeconds(20));
        SubmissionDetails following = dueAt(given.submitted(), LONG_AGO.minusSeconds(10));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT id FROM submission_request WHERE number = ? FOR UPDATE")
                    .param(locked.number().value())
                    .query((row, number) -> row.getString(1))
                    .single();
            try (var thread = Executors.newSingleThreadExecutor()) {
                assertThat(thread.submit(() -> next("operator").number()))
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isEqualTo(following.number());
            }
        });
    }

    @Test
    void theSecondOfTwoClaimsInTheSameInstantIsToldWhoHasIt() throws Exception {
        SubmissionDetails request = given.submitted();
        List<Callable<String>> clicks = Stream.of("operator", dadang)
                .<Callable<String>>map(name -> () -> {
                    try {
                        as(name, () -> claims.claim(request.number()));
                        return "mine";
                    } catch (HeldBySomebodyElse held) {
                        return "theirs";
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(clicks).stream().map(answer -> answer.resultNow()))
                    .containsExactlyInAnyOrder("mine", "theirs");
        }
    }

    @Test
    void severalAreClaimedAtOnceAndEachOneSaysWhatBecameOfIt() {
        SubmissionDetails mine = given.submitted();
        SubmissionDetails held = given.submitted();
        as(dadang, () -> claims.claim(held.number()));
        var unknown = new SubmissionNumber("KK-DINAS-1999-00001");
        List<BatchResult> results =
                given.asStaff("operator", () -> claims.claimAll(List.of(mine.number(), held.number(), unknown)));
        assertThat(results).extracting(BatchResult::isDone).containsExactly(true, false, false);
        assertThat(results.get(1).refusal()).contains("Dadang Sutisna");
        assertThat(results.get(2).refusal()).contains("tidak ada di kantor Anda");
    }

    @Test
    void severalPassAtOnceAndWhatNeedsALookStays() {
        SubmissionDetails clean = given.seenBy("operator", given.submitted());
        SubmissionDetails held = given.seenBy("operator", given.submitted());
        as(dadang, () -> claims.claim(held.number()));
        SubmissionDetails renamed = given.seenBy("operator", given.submitted());
        jdbc.sql("UPDATE submission_request SET applicant_name = 'NAMA LAMA' WHERE number = ?")
                .param(renamed.number().value())
                .update();
        SubmissionDetails old = given.seenBy("operator", given.submitted());
        SubmissionDetails checked = given.submitted();
        as(dadang, () -> desk.check(checked.number(), checked.version()));
        SubmissionDetails incomplete = given.submittedWithoutPapers();

        List<BatchResult> results = given.asStaff(
                "operator",
                () -> passing.passAll(List.of(
                        seen(clean),
                        seen(held),
                        seen(renamed),
                        new SeenSubmission(old.number(), old.version() + 1),
                        seen(checked),
                        seen(incomplete))));

        assertThat(results).extracting(BatchResult::isDone).containsExactly(true, false, false, false, false, false);
        assertThat(results.get(1).refusal()).contains("sedang dikerjakan Dadang Sutisna");
        assertThat(results.get(2).refusal()).contains("Nama pemohon kini berbeda");
        assertThat(results.get(3).refusal()).contains("Muat ulang");
        assertThat(results.get(4).refusal()).contains("bukan tugas Anda");
        assertThat(results.get(5).refusal()).contains("Lampiran wajib belum ada: KK lama/rusak");

        SubmissionDetails passed =
                Optional.ofNullable(results.getFirst().submission()).orElseThrow();
        given.seenBy("verifikator", passed);
        assertThat(given.asStaff("verifikator", () -> passing.passAll(List.of(seen(passed)))))
                .singleElement()
                .extracting(BatchResult::submission)
                .extracting(submission -> submission == null ? null : submission.status())
                .isEqualTo(SubmissionStatus.AWAITING_SIGNATURE);
    }

    @Test
    void whatNobodyHasLookedAtDoesNotPassTogetherWithOthers() {
        SubmissionDetails unseen = given.submitted();
        given.seenBy(dadang, unseen);
        assertThat(given.asStaff("operator", () -> passing.passAll(List.of(seen(unseen)))))
                .singleElement()
                .extracting(BatchResult::refusal)
                .asString()
                .startsWith("Lampiran wajib belum Anda buka: ")
                .contains("KK lama/rusak", "Surat keterangan/bukti perubahan");
    }

    @Test
    void aRequestWithAWarningPassesByItselfWhenAPersonSaysWhy() {
        SubmissionDetails renamed = given.submitted();
        jdbc.sql("UPDATE submission_request SET applicant_name = 'NAMA LAMA' WHERE number = ?")
                .param(renamed.number().value())
                .update();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as("operator", () -> desk.check(renamed.number(), renamed.version())))
                .satisfies(unanswered -> assertThat(unanswered.findings()).noneMatch(Finding::isError));
        assertThat(as("operator", () -> desk.check(renamed.number(), renamed.version(), "Nama sudah dibetulkan"))
                        .status())
                .isEqualTo(SubmissionStatus.CHECKED);
    }

    @Test
    void ofTwoWhoPassTheSameOnesAtOnceEachRequestPassesOnce() throws Exception {
        List<SeenSubmission> chosen = IntStream.range(0, 5)
                .mapToObj(i -> seen(seenByBoth(given.submitted())))
                .toList();
        List<Callable<List<BatchResult>>> clicks = Stream.of("operator", dadang)
                .<Callable<List<BatchResult>>>map(name -> () -> given.asStaff(name, () -> passing.passAll(chosen)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(clicks).stream()
                            .flatMap(answer -> answer.resultNow().stream())
                            .filter(BatchResult::isDone)
                            .map(BatchResult::number))
                    .containsExactlyInAnyOrderElementsOf(
                            chosen.stream().map(SeenSubmission::number).toList());
        }
    }

    private SubmissionDetails seenByBoth(SubmissionDetails request) {
        return given.seenBy(dadang, given.seenBy("operator", request));
    }

    @Test
    void moreThanSomebodyCanHaveLookedAtIsRefusedBeforeAnythingIsDone() {
        List<SubmissionNumber> tooMany = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> new SubmissionNumber("KK-DINAS-2026-" + i))
                .toList();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asStaff("operator", () -> claims.claimAll(tooMany)));
    }

    private static SeenSubmission seen(SubmissionDetails request) {
        return new SeenSubmission(request.number(), request.version());
    }

    private SubmissionDetails next(String username) {
        return as(username, () -> claims.next());
    }

    private SubmissionDetails as(String username, Supplier<Optional<SubmissionDetails>> work) {
        return given.asStaff(username, () -> work.get().orElseThrow());
    }

    private SubmissionDetails dueAt(SubmissionDetails request, Instant due) {
        jdbc.sql("UPDATE submission_request SET step_due_at = ? WHERE number = ?")
                .params(UtcDateTime.of(due), request.number().value())
                .update();
        return request;
    }
}
