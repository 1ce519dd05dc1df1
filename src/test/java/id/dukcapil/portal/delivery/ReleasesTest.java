package id.dukcapil.portal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.delivery.DeliveryScenario.Given;
import id.dukcapil.portal.delivery.Kiosks.Kiosk;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import id.dukcapil.portal.delivery.ReleaseEvent.ReleasePrinted;
import id.dukcapil.portal.delivery.Releases.NewRelease;
import id.dukcapil.portal.delivery.Releases.Reissue;
import id.dukcapil.portal.delivery.Releases.Slip;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Step 9: what was approved and signed goes out with a QR code and a PIN. */
@IntegrationTest
@RecordApplicationEvents
class ReleasesTest {

    private static final Kiosk KIOSK = new Kiosk("ADM-01", null);

    @Autowired
    Releases releases;

    @Autowired
    Kiosks kiosks;

    @Autowired
    ReleaseExpiry expiry;

    @Autowired
    DeliveryScenario given;

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
    void aSignedDocumentIsReleasedForThirtyDays() {
        ReleaseDetails release = given.now(given.released().id());
        assertThat(release.status()).isEqualTo(ReleaseStatus.ISSUED);
        assertThat(release.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(release.history()).extracting(StepTaken::action).containsExactly(ReleaseAction.ISSUE);
    }

    @Test
    void theSameDocumentIsReleasedOnceHoweverOftenItIsAsked() throws Exception {
        NewRelease wanted = given.document(DeliveryScenario.pdf(), DeliveryScenario.EMAIL);
        Callable<ReleaseId> issue = () -> given.issue(wanted);
        Set<ReleaseId> issued;
        try (var threads = Executors.newFixedThreadPool(4)) {
            issued = threads
                    .invokeAll(IntStream.range(0, 4).mapToObj(i -> issue).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .collect(Collectors.toSet());
        }
        assertThat(issued).hasSize(1);
        assertThat(issued).containsExactly(given.issue(wanted));
        assertThat(mailsAbout(wanted.reference())).isOne();
    }

    @Test
    void severalAreReleasedTogetherEachOnceWithACodeOfItsOwn() {
        NewRelease known = given.document(DeliveryScenario.pdf(), DeliveryScenario.EMAIL);
        NewRelease first = given.document(DeliveryScenario.pdf(), DeliveryScenario.EMAIL);
        NewRelease second = given.document(DeliveryScenario.pdf(), DeliveryScenario.EMAIL);
        ReleaseId before = given.issue(known);

        List<ReleaseId> issued = given.asPortal(() -> releases.issueAll(List.of(first, known, second, first)));

        assertThat(issued).hasSize(4).element(1).isEqualTo(before);
        assertThat(issued.getFirst()).isEqualTo(issued.getLast());
        for (NewRelease each : List.of(known, first, second)) {
            assertThat(mailsAbout(each.reference())).isOne();
        }
        assertThat(given.secret(issued.get(0))).isNotEqualTo(given.secret(issued.get(2)));
        assertThat(given.now(issued.get(2)).history())
                .extracting(StepTaken::action)
                .containsExactly(ReleaseAction.ISSUE);
    }

    @Test
    void twoWhoReleaseTheSameTogetherReleaseItOnce() throws Exception {
        List<NewRelease> wanted = Stream.generate(() -> given.document(DeliveryScenario.pdf(), DeliveryScenario.EMAIL))
                .limit(5)
                .toList();
        Callable<List<ReleaseId>> issue = () -> given.asPortal(() -> releases.issueAll(wanted));
        Set<List<ReleaseId>> issued;
        try (var threads = Executors.newFixedThreadPool(3)) {
            issued = threads.invokeAll(List.of(issue, issue, issue)).stream()
                    .map(future -> future.resultNow())
                    .collect(Collectors.toSet());
        }
        assertThat(issued).hasSize(1);
        for (NewRelease each : wanted) {
            assertThat(mailsAbout(each.reference())).isOne();
        }
    }

    @Test
    void theDatabaseHoldsNeitherCodeNorPinThatCouldBeUsed() {
        Given release = given.released();
        String stored = jdbc
                .sql("SELECT * FROM delivery_release WHERE id = ?")
                .param(release.id().value())
                .query()
                .singleRow()
                .values()
                .stream()
                .map(value -> value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                        : String.valueOf(value))
                .collect(Collectors.joining("|"));
        String mails = String.join(
                "|",
                jdbc.sql("SELECT CONCAT(facts, recipient, reference) FROM notification_mail" + " WHERE reference = ?")
                        .param(release.reference())
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .list());
        assertThat(stored + mails).doesNotContain(release.qr());
        assertThat(stored).doesNotContain(release.pin()).containsPattern("\\|[0-9a-f]{64}\\|");
        assertThat(mails).isNotEmpty().doesNotContain("\"pin\"", "\"qr\"");
    }

    @Test
    void aNewPairKillsTheOldOneAtOnce() {
        Given first = given.released();
        reissue(first, DeliveryScenario.EMAIL);
        assertThat(open(first.qr(), first.pin())).isInstanceOf(PrintDecision.WrongPin.class);
        ReleaseSecret second = given.secret(first.id()).orElseThrow();
        assertThat(second.code().text()).isNotEqualTo(first.qr());
        assertThat(open(second.code().text(), second.pin().digits())).isInstanceOf(PrintDecision.Accepted.class);
        assertThat(mailsAbout(first.reference())).isEqualTo(2);
    }

    @Test
    void atTheCounterThePairIsHandedOverAndNoLetterLeaves() {
        Given first = given.released();
        Slip slip = given.asStaff(
                "operator",
                () -> releases.reissue(first.id(), version(first), new Reissue("KTP-el asli", "Surat terhapus", null))
                        .orElseThrow());
        assertThat(mailsAbout(first.reference())).isOne();
        assertThat(given.secret(first.id())).isEmpty();
        assertThat(open(slip.qr(), slip.pin())).isInstanceOf(PrintDecision.Accepted.class);
    }

    @Test
    void withoutAnAddressThePairWaitsForTheCounter() {
        NewRelease wanted = given.document(DeliveryScenario.pdf(), null);
        ReleaseId id = given.issue(wanted);
        assertThat(given.secret(id)).isEmpty();
        assertThat(mailsAbout(wanted.reference())).isZero();
    }

    @Test
    void aNewPairNeedsAnIdentityAndAReason() {
        assertThatThrownBy(() -> new Reissue(" ", "", "bukan alamat"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings())
                                .extracting(finding -> finding.field())
                                .containsExactly("identity", "reason", "email"));
    }

    @Test
    void whoeverSawAnOlderStateIsToldSo() {
        Given release = given.released();
        long seen = version(release);
        reissue(release, DeliveryScenario.EMAIL);
        assertThatThrownBy(() -> given.asStaff(
                        "operator",
                        () -> releases.reissue(release.id(), seen, new Reissue("KTP-el", "Surat terhapus", null))))
                .isInstanceOf(ChangedMeanwhile.class)
                .hasMessageContaining("Diterbitkan ulang");
    }

    @Test
    void onlyThoseWhoMayIssueCanIssueAgain() {
        Given release = given.released();
        assertThatThrownBy(() -> given.asStaff(
                        "kadis",
                        () -> releases.reissue(
                                release.id(), version(release), new Reissue("KTP-el", "Surat terhapus", null))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsPrintedIsNotIssuedAgain() {
        Given release = given.released();
        var opened = (PrintDecision.Accepted) open(release.qr(), release.pin());
        given.asAdm(() -> kiosks.receipt(opened.handout(), PrintOutcome.PRINTED, null));
        assertThatThrownBy(() -> reissue(release, null))
                .isInstanceOf(IllegalMove.class)
                .hasMessageContaining("Tercetak");
        assertThat(events.stream(ReleasePrinted.class)
                        .filter(printed -> printed.reference().equals(release.reference())))
                .containsExactly(new ReleasePrinted(
                        release.id(), "Permohonan KK", release.reference(), "ADM-01", clock.instant()));
    }

    @Test
    void whatIsRevokedIsNotHandedOut() {
        Given release = given.released();
        given.asStaff("operator", () -> releases.revoke(release.id(), version(release), "Data keluarga keliru"));
        assertThat(open(release.qr(), release.pin())).isEqualTo(new PrintDecision.Expired(true));
        assertThat(given.secret(release.id())).isEmpty();
    }

    @Test
    void aReleaseThatCannotBeWrittenKeepsNoOtherFromItsEnd() {
        Given first = given.released();
        Given second = given.released();
        clock.advance(Duration.ofDays(30));
        try (var poisoned =
                PoisonedRow.against(jdbc, "delivery_release", first.id().value())) {
            expiry.run();
            expiry.run();
            poisoned.hasFailed(ReleaseExpiry.TASK, 1);
            assertThat(given.now(first.id()).status()).isEqualTo(ReleaseStatus.ISSUED);
            assertThat(given.now(second.id()).status()).isEqualTo(ReleaseStatus.EXPIRED);
            poisoned.close();
            clock.advance(Duration.ofMinutes(5));
            expiry.run();
            poisoned.hasFailed(ReleaseExpiry.TASK, 0);
        }
        assertThat(given.now(first.id()).status()).isEqualTo(ReleaseStatus.EXPIRED);
    }

    @Test
    void afterThirtyDaysItIsOver() {
        Given release = given.released();
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        expiry.run();
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.ISSUED);
        clock.advance(Duration.ofSeconds(1));
        expiry.run();
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.EXPIRED);
        assertThat(given.now(release.id()).history().getLast().actor()).isEqualTo("Portal");
        assertThat(open(release.qr(), release.pin())).isEqualTo(new PrintDecision.Expired(false));
        reissue(release, null);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.REISSUED);
    }

    @Test
    void theTrailTellsEveryStepWithoutAnAddressInClear() {
        Given release = given.released();
        reissue(release, "baru@contoh.id");
        List<AuditEvent> told = events.stream(AuditEvent.class)
                .filter(event -> event.reference().equals(release.reference()))
                .toList();
        assertThat(told)
                .extracting(AuditEvent::action)
                .containsExactly("QR dan PIN diterbitkan", "QR dan PIN diterbitkan ulang");
        assertThat(told.getLast().reason()).isEqualTo("Surat terhapus (identitas diperiksa: KTP-el asli)");
        assertThat(told.toString()).doesNotContain("baru@contoh.id", release.qr());
    }

    private void reissue(Given release, @Nullable String email) {
        given.asStaff(
                "operator",
                () -> releases.reissue(
                        release.id(), version(release), new Reissue("KTP-el asli", "Surat terhapus", email)));
    }

    private long version(Given release) {
        return given.now(release.id()).version();
    }

    private PrintDecision open(String qr, String pin) {
        return given.asAdm(() -> kiosks.open(qr, pin, KIOSK));
    }

    private long mailsAbout(String reference) {
        return jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }
}
