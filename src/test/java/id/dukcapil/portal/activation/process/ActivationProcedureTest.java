package id.dukcapil.portal.activation.process;

import static id.dukcapil.portal.activation.process.ActivationScenario.DINAS;
import static id.dukcapil.portal.activation.process.ActivationScenario.MPP;
import static id.dukcapil.portal.activation.process.ActivationScenario.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** SOP Bandung 28/2023 at the counters of two offices. */
@IntegrationTest
@RecordApplicationEvents
class ActivationProcedureTest {

    @Autowired
    ActivationScenario given;

    @Autowired
    Enrolment enrolment;

    @Autowired
    ChannelActivations channel;

    @Autowired
    ActivationCounter counter;

    @Autowired
    ActivationLists lists;

    @Autowired
    ActivationMails mails;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void anOfficerTakesSomebodyFromTheFirstStepToTheArchive() {
        Nik nik = given.somebody();
        String number = given.begun(nik, "ikd").number();
        given.asStaff("ikd", () -> counter.installed(number));
        given.asStaff("ikd", () -> counter.registered(number, "dewi@contoh.id", "0812 3456 7890"));
        given.asStaff("ikd", () -> counter.face(number, true, null));
        given.asStaff("ikd", () -> counter.scannedInSiak(number));
        given.asStaff("ikd", () -> counter.confirmed(number));
        given.asStaff("ikd", () -> counter.archive(number));
        ActivationDetails done = given.now(number);
        assertThat(done.status()).isEqualTo(ActivationStatus.ARCHIVED);
        assertThat(done.phone()).isEqualTo("081234567890");
        assertThat(done.history())
                .extracting(StepTaken::action)
                .containsExactly(
                        ActivationAction.BEGIN,
                        ActivationAction.INSTALL,
                        ActivationAction.REGISTER,
                        ActivationAction.MATCH,
                        ActivationAction.SCAN,
                        ActivationAction.CONFIRM,
                        ActivationAction.ARCHIVE);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sla_interval i JOIN sla_case c ON c.id = i.case_id"
                                + " WHERE c.number = ? AND i.to_at IS NOT NULL")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void theSearchBoxFindsAnActivationByItsNumberAndByAWholeNik() {
        ActivationDetails begun = given.begun(given.somebody(), "ikd");
        for (String text : List.of(begun.number(), begun.nik().value())) {
            assertThat(given.asStaff("ikd", () -> lists.lookUp(text, 5)))
                    .extracting(ActivationDetails::number)
                    .contains(begun.number());
        }
        assertThat(given.asStaff("ikd", () -> lists.lookUp("DEWI", 5))).isEmpty();
    }

    @Test
    void aFaceThatIsReportedAfterTheScanIsRefusedAtEveryLaterStatusAndChangesNothing() {
        ActivationDetails scanned = given.scanned(DINAS, "ikd");
        refusesAFace(scanned, ActivationStatus.CODE_SENT);
        String number = scanned.number();
        given.asStaff("ikd", () -> counter.confirmed(number));
        refusesAFace(scanned, ActivationStatus.ACTIVE);
        given.asStaff("ikd", () -> counter.archive(number));
        refusesAFace(scanned, ActivationStatus.ARCHIVED);
        ActivationDetails gone = given.registered(DINAS);
        given.asStaff("ikd", () -> counter.abandon(gone.number(), DropOut.FACE, ""));
        refusesAFace(gone, ActivationStatus.ABANDONED);
    }

    private void refusesAFace(ActivationDetails activation, ActivationStatus status) {
        String number = activation.number();
        ActivationDetails before = given.now(number);
        assertThat(before.status()).isEqualTo(status);
        for (boolean matched : new boolean[] {true, false}) {
            assertThatThrownBy(() -> given.asChannel(() -> channel.face(number, matched, 0.9, null)))
                    .isInstanceOf(IllegalMove.class)
                    .hasMessageContaining(status.label());
        }
        assertThat(given.now(number)).isEqualTo(before);
    }

    @Test
    void whatACounterHasBegunIsContinuedByTheTelephone() {
        Nik nik = given.somebody();
        String number = given.begun(nik, "ikd").number();
        ActivationDetails continued = ActivationScenario.accepted(given.asChannel(
                () -> enrolment.register(wish(nik, ActivationPurpose.NEW, DINAS), "dewi@contoh.id", "081234567890")));
        assertThat(continued.number()).isEqualTo(number);
        assertThat(continued.status()).isEqualTo(ActivationStatus.REGISTERED);
    }

    @Test
    void theSecondOfficerSeesWhoServesThePersonAndWhere() {
        Nik nik = given.somebody();
        given.begun(nik, "ikd");
        String second = given.officerOf(MPP);
        ActivationDecision decision =
                given.asStaff(second, () -> enrolment.begin(wish(nik, ActivationPurpose.NEW, MPP)));
        assertThat(decision).isInstanceOfSatisfying(ActivationDecision.AlreadyOpen.class, open -> {
            assertThat(open.office()).isEqualTo(DINAS);
            assertThat(open.officer()).startsWith("Fitri Handayani");
        });
    }

    @Test
    void ofTwoCountersAtTheSameMomentOneOpensTheActivation() throws Exception {
        Nik nik = given.somebody();
        List<String> officers = List.of("ikd", given.officerOf(MPP), given.officerOf(MPP), "operator");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ActivationDecision>> counters = officers.stream()
                    .<Callable<ActivationDecision>>map(officer -> () ->
                            given.asStaff(officer, () -> enrolment.begin(wish(nik, ActivationPurpose.NEW, DINAS))))
                    .toList();
            var decisions = threads.invokeAll(counters).stream()
                    .map(future -> future.resultNow().getClass().getSimpleName())
                    .sorted()
                    .toList();
            assertThat(decisions).containsExactly("Accepted", "AlreadyOpen", "AlreadyOpen", "AlreadyOpen");
        }
        String other = given.registered(MPP).number();
        assertThatThrownBy(() -> jdbc.sql("UPDATE activation_case SET person_nik = ? WHERE number = ?")
                        .params(nik.value(), other)
                        .update())
                .hasMessageContaining("activation_case_open");
    }

    @Test
    void theRegisterSaysWhoCannotHaveTheIdentityAndItIsCountedOnceADay() {
        Nik child = given.somebodyWho("birth_date > '2015-01-01' AND nik NOT IN"
                + " (SELECT person_nik FROM activation_case WHERE person_nik IS NOT NULL)");
        Nik unrecorded = given.somebodyWho("recording_status = 'UNREGISTERED' AND birth_date < '2000-01-01'");
        Nik nobody = new Nik("3204370101500077");
        assertThat(reason(child)).isEqualTo(DropOut.UNDER_AGE);
        assertThat(reason(unrecorded)).isEqualTo(DropOut.NOT_RECORDED);
        assertThat(reason(nobody)).isEqualTo(DropOut.NOT_IN_REGISTER);
        for (int sent = 0; sent < 2; sent++) {
            given.asStaff("ikd", () -> {
                enrolment.noteRefusal(wish(child, ActivationPurpose.NEW, DINAS), DropOut.UNDER_AGE);
                return 0;
            });
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM activation_case WHERE person_nik = ? AND status = 'REFUSED'")
                        .param(child.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoDiedOrMovedAwayIsToldApartFromWhoIsNotInTheRegister() {
        Nik dead = given.somebodyWho("standing = 'DECEASED'");
        Nik moved = given.somebodyWho("standing = 'MOVED_AWAY' AND birth_date < '2000-01-01'");
        assertThat(refusal(dead).reason()).isEqualTo(DropOut.DECEASED);
        assertThat(refusal(dead).sentence()).contains("sudah meninggal");
        assertThat(refusal(moved).reason()).isEqualTo(DropOut.MOVED_AWAY);
        assertThat(refusal(moved).sentence()).contains("Sebutkan domisilinya sekarang");
        assertThat(refusal(new Nik("3204370101500077")).sentence()).contains("tidak ada dalam data penduduk");
        ActivationDetails served = ActivationScenario.accepted(given.asStaff(
                "ikd",
                () -> enrolment.begin(
                        new Wish(moved.value(), null, "3273", ActivationPurpose.NEW, null, DINAS, null))));
        assertThat(served.local()).isFalse();
        assertThat(served.domicile()).isEqualTo("Kota Bandung");
        assertThat(served.fullName()).isNotBlank();
        given.asStaff("ikd", () -> counter.abandon(served.number(), DropOut.LEFT, ""));
    }

    private DropOut reason(Nik nik) {
        return refusal(nik).reason();
    }

    private ActivationDecision.NotEligible refusal(Nik nik) {
        return (ActivationDecision.NotEligible)
                given.asStaff("ikd", () -> enrolment.begin(wish(nik, ActivationPurpose.NEW, DINAS)));
    }

    @Test
    void somebodyFromElsewhereIsServedWithTheOwnDomicile() {
        Nik stranger = new Nik("3273064101850009");
        var decision = given.asStaff(
                "ikd",
                () -> enrolment.begin(
                        new Wish(stranger.value(), "Rudi Hermawan", null, ActivationPurpose.NEW, null, DINAS, null)));
        ActivationDetails activation = ActivationScenario.accepted(decision);
        assertThat(activation.local()).isFalse();
        assertThat(activation.domicile()).isEqualTo("Kota Bandung");
        given.asStaff("ikd", () -> counter.abandon(activation.number(), DropOut.LEFT, ""));
    }

    @Test
    void whoWasActiveBeforeIsNeverCountedAsNewAgain() {
        Nik nik = given.somebody();
        String number = given.begun(nik, "ikd").number();
        given.asStaff("ikd", () -> {
            counter.registered(number, "a@contoh.id", "081234567890");
            counter.face(number, true, null);
            counter.scannedInSiak(number);
            return counter.confirmed(number);
        });
        assertThat(given.begun(nik, "ikd").purpose()).isEqualTo(ActivationPurpose.REPEATED);
    }

    @Test
    void theQrCodeOfAnotherOfficeIsTakenOverByOneKeyAndRecorded() {
        ActivationDetails activation = given.registered(DINAS);
        String qr = given.qrOf(activation);
        String officer = given.officerOf(MPP);
        assertThat(given.asStaff(officer, () -> counter.scan(qr, null)))
                .isInstanceOfSatisfying(
                        ScanDecision.OtherOffice.class,
                        other -> assertThat(other.office().name()).isEqualTo("Dinas Dukcapil, Soreang"));
        assertThat(given.now(activation.number()).office()).isEqualTo(DINAS);
        assertThat(given.asStaff(officer, () -> counter.takeOver(qr, null))).isInstanceOf(ScanDecision.Matched.class);
        ActivationDetails taken = given.now(activation.number());
        assertThat(taken.office()).isEqualTo(MPP);
        assertThat(taken.history())
                .extracting(StepTaken::action)
                .containsExactly(
                        ActivationAction.REGISTER,
                        ActivationAction.MATCH,
                        ActivationAction.TAKE_OVER,
                        ActivationAction.SCAN);
        assertThat(given.asStaff("ikd", () -> counter.confirmed(activation.number())))
                .as("the office before no longer reaches it")
                .isEmpty();
        assertThat(given.now(activation.number()).status()).isEqualTo(ActivationStatus.CODE_SENT);
    }

    @Test
    void aTelephoneWithoutAChosenOfficeIsServedByTheFirstThatScansIt() {
        ActivationDetails activation = given.registered(null);
        String qr = given.qrOf(activation);
        String officer = given.officerOf(MPP);
        assertThat(given.asStaff(officer, () -> counter.scan(qr, null))).isInstanceOf(ScanDecision.Matched.class);
        assertThat(given.now(activation.number()).office()).isEqualTo(MPP);
    }

    @Test
    void aQrCodeThatIsUsedRenewedOldOrForgedIsToldApart() {
        ActivationDetails activation = given.registered(DINAS);
        String first = given.qrOf(activation);
        String second = given.asChannel(
                () -> channel.freshQr(activation.number(), null).orElseThrow().qr());
        assertThat(scan(first)).isInstanceOf(ScanDecision.TooOld.class);
        clock.advance(Duration.ofSeconds(91));
        assertThat(scan(second)).isInstanceOf(ScanDecision.TooOld.class);
        String third = given.asChannel(
                () -> channel.freshQr(activation.number(), null).orElseThrow().qr());
        assertThat(scan(third)).isInstanceOf(ScanDecision.Matched.class);
        assertThat(scan(third)).isInstanceOf(ScanDecision.Used.class);
        assertThat(scan(third.replaceFirst("[0-9A-F]{4}$", "0000"))).isInstanceOf(ScanDecision.Unknown.class);
        assertThat(scan("https://contoh.id")).isInstanceOf(ScanDecision.Unknown.class);
    }

    private ScanDecision scan(String qr) {
        return given.asStaff("ikd", () -> counter.scan(qr, null));
    }

    @Test
    void neitherQrCodeNorActivationCodeIsInTheDatabase() {
        ActivationDetails activation = given.scanned(DINAS, "ikd");
        String code = given.codeOf(activation.number());
        Map<String, @Nullable Object> row = jdbc.sql("SELECT * FROM activation_case WHERE number = ?")
                .param(activation.number())
                .query()
                .singleRow();
        assertThat(row.values().stream().map(String::valueOf)).noneMatch(value -> value.contains(code));
        assertThat(jdbc.sql("SELECT facts FROM notification_mail WHERE reference = ?")
                        .param(activation.number())
                        .query(String.class)
                        .single())
                .doesNotContain(code);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM channel_idempotency WHERE body LIKE '%IKD:%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aLetterThatIsRefusedOrComesBackShowsAtOnceAndANewAddressGetsANewCode() {
        for (var end : List.of(MailEnded.End.FAILED, MailEnded.End.BOUNCED)) {
            ActivationDetails activation = given.scanned(DINAS, "ikd");
            String number = activation.number();
            String dead = given.codeOf(number);
            given.mailEnds(number, end);
            assertThat(given.now(number).mail().failed()).isTrue();
            assertThat(given.now(number).mailNote()).isEqualTo("550 kotak surat tidak ada");
            given.asStaff("ikd", () -> counter.changeEmail(number, "lain@contoh.id", "Salah ketik"));
            assertThat(given.now(number).mail()).isEqualTo(MailState.WAITING);
            assertThat(given.codeOf(number)).isNotEqualTo(dead);
            assertThat(confirm(number, dead)).isEqualTo(new ConfirmDecision.Wrong(4));
            given.mailEnds(number, MailEnded.End.SENT);
            assertThat(given.now(number).mail()).isEqualTo(MailState.SENT);
        }
        assertThat(events.stream(StaffNotice.class)
                        .filter(notice -> notice.kind().equals("Surel tidak sampai")))
                .hasSize(2);
    }

    @Test
    void theLetterAsksForTheCodeWhenItLeavesAndOnlyWhileItCounts() {
        ActivationDetails activation = given.scanned(DINAS, "ikd");
        var facts = Map.of("activation", activation.id().toString(), "generation", "1");
        assertThat(mails.of(facts)).contains(Map.of("code", given.codeOf(activation.number())));
        assertThat(mails.covered()).isEqualTo(Map.of("code", "••••••"));
        given.asStaff("ikd", () -> counter.resend(activation.number()));
        assertThat(mails.of(facts)).isEmpty();
    }

    @Test
    void theCodeIsSentAgainThreeTimes() {
        String number = given.scanned(DINAS, "ikd").number();
        for (int again = 0; again < 3; again++) {
            given.asStaff("ikd", () -> counter.resend(number));
        }
        assertThatThrownBy(() -> given.asStaff("ikd", () -> counter.resend(number)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("3 kali");
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneIsRefusedUntilANewOneIsSent() {
        String number = given.scanned(DINAS, "ikd").number();
        String wrong = given.codeOf(number).equals("000000") ? "000001" : "000000";
        for (int left = 4; left >= 0; left--) {
            assertThat(confirm(number, wrong)).isEqualTo(new ConfirmDecision.Wrong(left));
        }
        assertThat(confirm(number, wrong)).isEqualTo(new ConfirmDecision.Wrong(0));
        assertThat(confirm(number, given.codeOf(number))).isEqualTo(new ConfirmDecision.Wrong(0));
        given.asStaff("ikd", () -> counter.resend(number));
        assertThat(confirm(number, given.codeOf(number))).isInstanceOf(ConfirmDecision.Active.class);
    }

    private ConfirmDecision confirm(String number, String code) {
        return given.asChannel(() -> channel.confirm(number, code, null).orElseThrow());
    }

    @Test
    void aStepCountsOnTheDayOnWhichItHappensInTheZoneOfTheOffice() {
        clock.set(Instant.parse("2026-11-23T16:58:00Z"));
        ActivationDetails activation = given.scanned(DINAS, "ikd");
        clock.advance(Duration.ofMinutes(3));
        assertThat(confirm(activation.number(), given.codeOf(activation.number())))
                .isInstanceOf(ConfirmDecision.Active.class);
        assertThat(jdbc.sql(
                                "SELECT DISTINCT s.day FROM activation_step s JOIN activation_case a ON a.id = s.activation_id"
                                        + " WHERE a.number = ? ORDER BY 1")
                        .param(activation.number())
                        .query(String.class)
                        .list())
                .containsExactly("2026-11-23", "2026-11-24");
    }
}
