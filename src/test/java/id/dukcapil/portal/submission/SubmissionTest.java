package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.population.Relationship;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** SOP Bandung 31/2023, steps 5 to 10, on the request alone. */
class SubmissionTest {

    private static final Instant NOW = SettableClock.MONDAY_MORNING;
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));
    private static final ActedBy IKD = act(Actor.Kind.CHANNEL, "Kanal IKD", "");
    private static final ActedBy OPERATOR = act(Actor.Kind.STAFF, "Tita Wulandari", "Operator layanan");
    private static final ActedBy SECOND_OPERATOR = act(Actor.Kind.STAFF, "Dadang Sutisna", "Operator layanan");
    private static final ActedBy VERIFIER = act(Actor.Kind.STAFF, "Neneng Aisyah", "Verifikator (JF Ahli Muda)");
    private static final ActedBy SUPERVISOR = act(Actor.Kind.STAFF, "Hendra Gunawan", "Manajer layanan");
    private static final ActedBy SIGNATORY = act(Actor.Kind.STAFF, "Ratna Komala", "Kepala Dinas");
    private static final ActedBy PORTAL = new ActedBy(Actor.PORTAL, "", NOW);
    private static final Duration TAKE_BACK_FOR = Duration.ofSeconds(10);
    private static final Shortcomings UNREADABLE =
            new Shortcomings(Set.of(ReturnReason.ATTACHMENT_UNREADABLE), "Foto buku nikah buram");
    private static final Rejection REJECTION =
            new Rejection("Bukan anggota keluarga pada KK ini", "Perpres 96/2018 Pasal 11");

    /** Every verb but SUBMIT, which makes the request, and TAKE_BACK, which undoes another; done by somebody who may do it in that lane. */
    private static final Map<SubmissionAction, Consumer<Submission>> VERBS = Map.ofEntries(
            Map.entry(SubmissionAction.CHECK, request -> request.check(SECOND_OPERATOR)),
            Map.entry(SubmissionAction.VERIFY, request -> request.verify(VERIFIER)),
            Map.entry(
                    SubmissionAction.RETURN_TO_APPLICANT,
                    request -> request.returnToApplicant(UNREADABLE, LATER, workerOn(request))),
            Map.entry(
                    SubmissionAction.RETURN_TO_OPERATOR,
                    request -> request.returnToOperator("Nama ayah belum dibandingkan", VERIFIER)),
            Map.entry(SubmissionAction.COMPLETE, request -> request.complete(IKD)),
            Map.entry(SubmissionAction.REJECT, request -> request.reject(REJECTION, workerOn(request))),
            Map.entry(SubmissionAction.CANCEL, request -> request.cancel("Sudah tidak perlu", IKD)),
            Map.entry(SubmissionAction.LAPSE, request -> request.lapse(NOW)),
            Map.entry(
                    SubmissionAction.RETURN_TO_VERIFIER,
                    request -> request.returnToVerifier("Nama ibu salah ketik", SIGNATORY)),
            Map.entry(SubmissionAction.SIGN, request -> request.sign(SIGNATORY)),
            Map.entry(SubmissionAction.DELIVER, request -> request.deliver(PORTAL)),
            Map.entry(SubmissionAction.MISS, request -> request.miss("Kotak surat penuh", PORTAL)),
            Map.entry(SubmissionAction.REISSUE, request -> request.reissue(true, PORTAL)),
            Map.entry(SubmissionAction.PRINT, request -> request.print(PORTAL)),
            Map.entry(SubmissionAction.EXPIRE, request -> request.expire(PORTAL)),
            Map.entry(SubmissionAction.REVOKE, request -> request.revoke("Data keliru", SIGNATORY)),
            Map.entry(SubmissionAction.CLAIM, request -> request.claim(workerOn(request), LATER)),
            Map.entry(SubmissionAction.RELEASE, request -> request.release(workerOn(request))),
            Map.entry(SubmissionAction.TAKE_OVER, request -> request.takeOver(SUPERVISOR, LATER)));

    private static final Set<SubmissionAction> HOLDING =
            EnumSet.of(SubmissionAction.CLAIM, SubmissionAction.RELEASE, SubmissionAction.TAKE_OVER);
    private static final Set<SubmissionAction> OF_THE_OPERATOR = with(
            HOLDING,
            SubmissionAction.CHECK,
            SubmissionAction.RETURN_TO_APPLICANT,
            SubmissionAction.REJECT,
            SubmissionAction.CANCEL);

    private static final Set<SubmissionAction> OF_THE_VERIFIER = with(
            HOLDING,
            SubmissionAction.VERIFY,
            SubmissionAction.RETURN_TO_OPERATOR,
            SubmissionAction.RETURN_TO_APPLICANT,
            SubmissionAction.REJECT,
            SubmissionAction.CANCEL);

    private static final Map<SubmissionStatus, Set<SubmissionAction>> LEGAL = Map.ofEntries(
            Map.entry(SubmissionStatus.SUBMITTED, OF_THE_OPERATOR),
            Map.entry(SubmissionStatus.RETURNED_TO_OPERATOR, OF_THE_OPERATOR),
            Map.entry(SubmissionStatus.CHECKED, OF_THE_VERIFIER),
            Map.entry(SubmissionStatus.RETURNED_TO_VERIFIER, OF_THE_VERIFIER),
            Map.entry(
                    SubmissionStatus.RETURNED_TO_APPLICANT,
                    Set.of(SubmissionAction.COMPLETE, SubmissionAction.CANCEL, SubmissionAction.LAPSE)),
            Map.entry(
                    SubmissionStatus.AWAITING_SIGNATURE,
                    Set.of(SubmissionAction.SIGN, SubmissionAction.RETURN_TO_VERIFIER)),
            Map.entry(
                    SubmissionStatus.SIGNED,
                    Set.of(
                            SubmissionAction.DELIVER,
                            SubmissionAction.REISSUE,
                            SubmissionAction.PRINT,
                            SubmissionAction.EXPIRE,
                            SubmissionAction.REVOKE)),
            Map.entry(
                    SubmissionStatus.DELIVERED,
                    Set.of(
                            SubmissionAction.MISS,
                            SubmissionAction.PRINT,
                            SubmissionAction.EXPIRE,
                            SubmissionAction.REVOKE)),
            Map.entry(
                    SubmissionStatus.NOT_COLLECTED,
                    Set.of(
                            SubmissionAction.DELIVER,
                            SubmissionAction.MISS,
                            SubmissionAction.REISSUE,
                            SubmissionAction.REVOKE)),
            Map.entry(SubmissionStatus.PRINTED, Set.of()),
            Map.entry(SubmissionStatus.REVOKED, Set.of()),
            Map.entry(SubmissionStatus.REJECTED, Set.of()),
            Map.entry(SubmissionStatus.CANCELLED, Set.of()),
            Map.entry(SubmissionStatus.LAPSED, Set.of()));

    static Stream<Arguments> everyStatusAndVerb() {
        return Stream.of(SubmissionStatus.values())
                .flatMap(status -> Stream.of(SubmissionAction.values())
                        .filter(verb -> verb != SubmissionAction.SUBMIT && verb != SubmissionAction.TAKE_BACK)
                        .map(verb -> Arguments.of(status, verb)));
    }

    @ParameterizedTest(name = "{1} on a request that is {0}")
    @MethodSource("everyStatusAndVerb")
    void aVerbWorksExactlyInTheStatusesThatAllowIt(SubmissionStatus status, SubmissionAction verb) {
        Submission request = aRequestThatIs(status);
        List<SubmissionDetails.Event> before = request.details(NOW).history();
        if (!legal(status).contains(verb)) {
            assertThatExceptionOfType(IllegalMove.class)
                    .isThrownBy(() -> perform(verb, request))
                    .withMessageContaining(status.label())
                    .withMessageContaining("tidak dapat " + verb.passive());
            assertThat(request.status()).isEqualTo(status);
            assertThat(request.details(NOW).history()).isEqualTo(before);
            return;
        }
        perform(verb, request);
        List<SubmissionDetails.Event> after = request.details(NOW).history();
        if (HOLDING.contains(verb)) {
            assertThat(request.status()).isEqualTo(status);
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after).hasSize(before.size() + 1).startsWith(before.toArray(SubmissionDetails.Event[]::new));
            assertThat(after.getLast().action()).isEqualTo(verb);
            assertThat(after.getLast().from()).isEqualTo(status);
            assertThat(after.getLast().to()).isEqualTo(request.status());
        }
    }

    @ParameterizedTest
    @EnumSource(SubmissionStatus.class)
    void theTableOfMovesSaysTheSameAsTheVerbs(SubmissionStatus status) {
        assertThat(Stream.of(SubmissionStatus.values()).anyMatch(status::canBecome))
                .isEqualTo(!legal(status).isEmpty());
        assertThat(status.canBecome(status)).isFalse();
        assertThat(status.canBeHeld()).isEqualTo(legal(status).contains(SubmissionAction.CLAIM));
    }

    @Test
    void theProcedureRunsFromTheApplicantThroughOperatorAndVerifierToTheSignature() {
        Submission request = aRequest();
        request.check(OPERATOR);
        request.verify(VERIFIER);
        assertThat(request.status()).isEqualTo(SubmissionStatus.AWAITING_SIGNATURE);
        assertThat(request.details(NOW).history())
                .extracting(
                        SubmissionDetails.Event::desk, SubmissionDetails.Event::actor, SubmissionDetails.Event::role)
                .containsExactly(
                        tuple(Desk.APPLICANT, "Kanal IKD", ""),
                        tuple(Desk.OPERATOR, "Tita Wulandari", "Operator layanan"),
                        tuple(Desk.VERIFIER, "Neneng Aisyah", "Verifikator (JF Ahli Muda)"));
    }

    @Test
    void whoCheckedDoesNotVerify() {
        Submission request = aRequest();
        request.check(OPERATOR);
        assertThatExceptionOfType(SamePersonTwice.class)
                .isThrownBy(() -> request.verify(OPERATOR))
                .withMessageContaining("sebagai Petugas/Operator")
                .withMessageContaining("sebagai Verifikator");
        assertThatExceptionOfType(SamePersonTwice.class).isThrownBy(() -> request.claim(OPERATOR, LATER));
        assertThatExceptionOfType(SamePersonTwice.class).isThrownBy(() -> request.takeOver(OPERATOR, LATER));
        assertThat(request.status()).isEqualTo(SubmissionStatus.CHECKED);
    }

    @Test
    void whoTookItInAtTheCounterDoesNotVerify() {
        Submission request = aRequestBy(OPERATOR);
        request.check(SECOND_OPERATOR);
        assertThatExceptionOfType(SamePersonTwice.class).isThrownBy(() -> request.verify(OPERATOR));
    }

    @Test
    void whoJudgedAsVerifierDoesNotCheckWhenItComesBack() {
        Submission request = aRequestThatIs(SubmissionStatus.RETURNED_TO_OPERATOR);
        assertThatExceptionOfType(SamePersonTwice.class).isThrownBy(() -> request.check(VERIFIER));
        request.check(OPERATOR);
        request.verify(VERIFIER);
    }

    @Test
    void whoCheckedOrVerifiedDoesNotSign() {
        SubmissionDetails waiting =
                aRequestThatIs(SubmissionStatus.AWAITING_SIGNATURE).details(NOW);
        assertThat(waiting.maySign(person(OPERATOR))).isFalse();
        assertThat(waiting.maySign(person(VERIFIER))).isFalse();
        assertThat(waiting.maySign(person(SUPERVISOR))).isTrue();
        assertThat(aRequestThatIs(SubmissionStatus.CHECKED).details(NOW).maySign(person(SUPERVISOR)))
                .isFalse();
    }

    @Test
    void theApplicantReadsWhatIsMissing() {
        Submission request = aRequest();
        request.returnToApplicant(UNREADABLE, LATER, OPERATOR);
        assertThat(request.details(NOW).history().getLast().reason())
                .isEqualTo("Lampiran tidak terbaca. Foto buku nikah buram");
    }

    @Test
    void aReturnSaysWhatToDo() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Shortcomings(Set.of(), "lengkapi"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Shortcomings(Set.of(ReturnReason.OTHER), "  "));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Shortcomings(Set.of(ReturnReason.DATA_DIFFERS), "x".repeat(501)));
        assertThat(new Shortcomings(Set.of(ReturnReason.OTHER), " Bawa KK asli ").text())
                .isEqualTo("Bawa KK asli");
    }

    @Test
    void theWordsOfTheClerkAreFoundAgainInWhatTheApplicantReads() {
        for (Set<ReturnReason> reasons : List.of(
                Set.of(ReturnReason.OTHER),
                Set.of(ReturnReason.DATA_DIFFERS, ReturnReason.ATTACHMENT_WRONG),
                EnumSet.allOf(ReturnReason.class))) {
            var shortcomings = new Shortcomings(reasons, "Bawa KK asli. Nama; alamat");
            List<ReturnReason> read = Shortcomings.reasons(shortcomings.codes());
            assertThat(read).containsExactlyInAnyOrderElementsOf(reasons).isSorted();
            assertThat(Shortcomings.noteIn(shortcomings.text(), read)).isEqualTo("Bawa KK asli. Nama; alamat");
        }
        var listed = new Shortcomings(Set.of(ReturnReason.DATA_DIFFERS), "");
        assertThat(Shortcomings.noteIn(listed.text(), List.of(ReturnReason.DATA_DIFFERS)))
                .isEmpty();
        assertThat(Shortcomings.noteIn("Sudah tidak perlu", List.of())).isEmpty();
    }

    @Test
    void aRejectionNamesReasonAndLaw() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Rejection("Tidak sesuai", " "));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Rejection("", "Perpres 96/2018"));
        Submission request = aRequest();
        request.reject(REJECTION, OPERATOR);
        assertThat(request.details(NOW).history().getLast().legalBasis()).isEqualTo("Perpres 96/2018 Pasal 11");
    }

    @Test
    void whileSomebodyHoldsItOthersKeepTheirHandsOff() {
        Submission request = aRequest();
        request.claim(OPERATOR, LATER);
        assertThatExceptionOfType(HeldBySomebodyElse.class)
                .isThrownBy(() -> request.check(SECOND_OPERATOR))
                .withMessageContaining("sedang dikerjakan Tita Wulandari");
        assertThatExceptionOfType(HeldBySomebodyElse.class).isThrownBy(() -> request.claim(SECOND_OPERATOR, LATER));
        assertThatExceptionOfType(HeldBySomebodyElse.class).isThrownBy(() -> request.release(SECOND_OPERATOR));
        request.check(OPERATOR);
        assertThat(request.holding(NOW)).as("free for the verifier").isEmpty();
    }

    @Test
    void aClaimEndsByReleaseByTakeOverAndByItself() {
        Submission released = aRequest();
        released.claim(OPERATOR, LATER);
        released.release(OPERATOR);
        released.claim(SECOND_OPERATOR, LATER);

        Submission taken = aRequest();
        taken.claim(OPERATOR, LATER);
        taken.takeOver(SUPERVISOR, LATER);
        assertThat(taken.holding(NOW).orElseThrow().name()).isEqualTo("Hendra Gunawan");

        Submission forgotten = aRequest();
        forgotten.claim(OPERATOR, LATER);
        forgotten.check(new ActedBy(SECOND_OPERATOR.actor(), SECOND_OPERATOR.role(), LATER));
        assertThat(forgotten.status()).isEqualTo(SubmissionStatus.CHECKED);
    }

    @Test
    void theApplicantMayCancelWhoeverHoldsIt() {
        Submission request = aRequest();
        request.claim(OPERATOR, LATER);
        request.cancel("Sudah dicetak di tempat lain", IKD);
        assertThat(request.status()).isEqualTo(SubmissionStatus.CANCELLED);
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(SubmissionStatus.SUBMITTED, SubmissionAction.CHECK, SECOND_OPERATOR),
                Arguments.of(SubmissionStatus.SUBMITTED, SubmissionAction.RETURN_TO_APPLICANT, OPERATOR),
                Arguments.of(SubmissionStatus.SUBMITTED, SubmissionAction.REJECT, OPERATOR),
                Arguments.of(SubmissionStatus.RETURNED_TO_OPERATOR, SubmissionAction.CHECK, SECOND_OPERATOR),
                Arguments.of(SubmissionStatus.CHECKED, SubmissionAction.VERIFY, VERIFIER),
                Arguments.of(SubmissionStatus.CHECKED, SubmissionAction.RETURN_TO_OPERATOR, VERIFIER),
                Arguments.of(SubmissionStatus.CHECKED, SubmissionAction.RETURN_TO_APPLICANT, VERIFIER),
                Arguments.of(SubmissionStatus.CHECKED, SubmissionAction.REJECT, VERIFIER));
    }

    @ParameterizedTest(name = "{1} on a request that is {0}")
    @MethodSource("decisions")
    void whoDecidedTakesTheDecisionBackAndHasTheRequestInHandAgain(
            SubmissionStatus before, SubmissionAction decision, ActedBy person) {
        Submission request = aRequestThatIs(before);
        List<SubmissionDetails.Event> history = request.details(NOW).history();
        perform(decision, request);
        request.takeBack(secondsLater(person, 10), TAKE_BACK_FOR, LATER);

        SubmissionDetails details = request.details(NOW);
        assertThat(details.status()).isEqualTo(before);
        assertThat(details.completeBy()).isNull();
        assertThat(details.holding()).extracting(Claim.Holding::holder).isEqualTo(person(person));
        assertThat(details.history().getLast())
                .extracting(SubmissionDetails.Event::action, SubmissionDetails.Event::to)
                .containsExactly(SubmissionAction.TAKE_BACK, before);
        assertThat(details.standing()).isEqualTo(history);
        perform(decision, request);
        assertThat(request.details(NOW).standing().getLast().action()).isEqualTo(decision);
    }

    @Test
    void aDecisionStandsAfterItsTenSecondsAndWhenItWasSomebodyElses() {
        Submission request = aRequest();
        request.check(OPERATOR);
        assertThatExceptionOfType(CannotBeTakenBack.class)
                .isThrownBy(() -> request.takeBack(secondsLater(OPERATOR, 11), TAKE_BACK_FOR, LATER))
                .withMessageContaining("10 detik");
        assertThatExceptionOfType(CannotBeTakenBack.class)
                .isThrownBy(() -> request.takeBack(SECOND_OPERATOR, TAKE_BACK_FOR, LATER))
                .withMessageContaining("oleh Tita Wulandari");
        assertThat(request.status()).isEqualTo(SubmissionStatus.CHECKED);
    }

    @ParameterizedTest
    @EnumSource(SubmissionAction.class)
    void onlyJudgementsCanBeTakenBack(SubmissionAction action) {
        assertThat(action.isDecision()).isEqualTo(decisions().anyMatch(decision -> decision.get()[1] == action));
    }

    @Test
    void whatTheApplicantOrThePortalDidIsNotTakenBack() {
        for (SubmissionStatus status :
                List.of(SubmissionStatus.SUBMITTED, SubmissionStatus.CANCELLED, SubmissionStatus.LAPSED)) {
            Submission request = aRequestThatIs(status);
            assertThatExceptionOfType(CannotBeTakenBack.class)
                    .isThrownBy(() -> request.takeBack(OPERATOR, TAKE_BACK_FOR, LATER));
            assertThatExceptionOfType(CannotBeTakenBack.class)
                    .isThrownBy(() -> request.takeBack(IKD, TAKE_BACK_FOR, LATER));
        }
    }

    @Test
    void aDecisionIsNotTakenBackFromWhoeverGoesOnWithIt() {
        Submission request = aRequest();
        request.check(OPERATOR);
        request.claim(VERIFIER, LATER);
        assertThatExceptionOfType(HeldBySomebodyElse.class)
                .isThrownBy(() -> request.takeBack(OPERATOR, TAKE_BACK_FOR, LATER))
                .withMessageContaining("Neneng Aisyah");
    }

    @Test
    void whoeverCheckedOrVerifiedARequestDoesNotSignIt() {
        for (ActedBy earlier : List.of(OPERATOR, VERIFIER)) {
            Submission request = aRequestThatIs(SubmissionStatus.AWAITING_SIGNATURE);
            assertThatExceptionOfType(SamePersonTwice.class).isThrownBy(() -> request.sign(earlier));
            assertThat(request.status()).isEqualTo(SubmissionStatus.AWAITING_SIGNATURE);
        }
    }

    @Test
    void newQrCodeAndPinByMailHaveToReachTheApplicantAgain() {
        Submission request = aRequestThatIs(SubmissionStatus.NOT_COLLECTED);
        request.reissue(false, PORTAL);
        assertThat(request.status()).isEqualTo(SubmissionStatus.SIGNED);
    }

    @Test
    void whatAMailServerSaysIsCutAndNotRefused() {
        Submission request = aRequestThatIs(SubmissionStatus.DELIVERED);
        request.miss("x".repeat(2_000), PORTAL);
        assertThat(request.details(NOW).history().getLast().reason()).hasSize(800);
    }

    private static ActedBy secondsLater(ActedBy by, int seconds) {
        return new ActedBy(by.actor(), by.role(), by.at().plusSeconds(seconds));
    }

    private static Set<SubmissionAction> legal(SubmissionStatus status) {
        return Objects.requireNonNull(LEGAL.get(status));
    }

    private static void perform(SubmissionAction verb, Submission request) {
        Objects.requireNonNull(VERBS.get(verb)).accept(request);
    }

    /** Whoever may work in the lane where the request lies. */
    private static ActedBy workerOn(Submission request) {
        return request.status().desk() == Desk.VERIFIER ? VERIFIER : OPERATOR;
    }

    private static Submission aRequestThatIs(SubmissionStatus status) {
        Submission request = aRequest();
        switch (status) {
            case SUBMITTED -> {}
            case CHECKED -> request.check(OPERATOR);
            case RETURNED_TO_OPERATOR -> {
                request.check(OPERATOR);
                request.returnToOperator("Nama ayah belum dibandingkan", VERIFIER);
            }
            case RETURNED_TO_APPLICANT -> request.returnToApplicant(UNREADABLE, LATER, OPERATOR);
            case AWAITING_SIGNATURE -> verified(request);
            case RETURNED_TO_VERIFIER -> {
                verified(request);
                request.returnToVerifier("Nama ibu salah ketik", SIGNATORY);
            }
            case SIGNED -> signed(request);
            case DELIVERED -> {
                signed(request);
                request.deliver(PORTAL);
            }
            case PRINTED -> {
                signed(request);
                request.print(PORTAL);
            }
            case NOT_COLLECTED -> {
                signed(request);
                request.expire(PORTAL);
            }
            case REVOKED -> {
                signed(request);
                request.revoke("Data keliru", SIGNATORY);
            }
            case REJECTED -> request.reject(REJECTION, OPERATOR);
            case CANCELLED -> request.cancel("Sudah tidak perlu", IKD);
            case LAPSED -> {
                request.returnToApplicant(UNREADABLE, LATER, OPERATOR);
                request.lapse(NOW);
            }
        }
        return request;
    }

    private static void verified(Submission request) {
        request.check(OPERATOR);
        request.verify(VERIFIER);
    }

    private static void signed(Submission request) {
        verified(request);
        request.sign(SIGNATORY);
    }

    private static Submission aRequest() {
        return aRequestBy(IKD);
    }

    private static Submission aRequestBy(ActedBy by) {
        return new Submission(
                new SubmissionNumber("KK-DINAS-2026-00001"),
                new OfficeCode("DINAS"),
                new Applicant(
                        new Nik("3204376501900001"),
                        "SITI RAHMAWATI",
                        new FamilyCardNumber("3204370101100001"),
                        Relationship.WIFE,
                        "siti@contoh.id",
                        "08123456789"),
                new Submission.Wish("I.B.3", "Perubahan pekerjaan"),
                new Submission.Mark(SubmissionOrigin.CHANNEL, by.actor().id(), null),
                by);
    }

    private static StaffId person(ActedBy by) {
        return new StaffId(Objects.requireNonNull(by.actor().id()));
    }

    private static ActedBy act(Actor.Kind kind, String name, String role) {
        return new ActedBy(new Actor(kind, UUID.randomUUID(), name), role, NOW);
    }

    private static Set<SubmissionAction> with(Set<SubmissionAction> some, SubmissionAction... more) {
        var all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }
}
