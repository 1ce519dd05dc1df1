package id.dukcapil.portal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.delivery.DeliveryScenario.Given;
import id.dukcapil.portal.delivery.Kiosks.Kiosk;
import id.dukcapil.portal.delivery.Kiosks.ReceiptResult;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import id.dukcapil.portal.delivery.ReleaseSecret.ReleaseCode;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Step 10: the owner prints the document at a kiosk. */
@IntegrationTest
class KiosksTest {

    private static final Kiosk KIOSK = new Kiosk("ADM-SOREANG-01", null);
    private static final Kiosk ANOTHER = new Kiosk("ADM-CILEUNYI-02", null);

    @Autowired
    Kiosks kiosks;

    @Autowired
    ReleaseExpiry expiry;

    @Autowired
    DocumentStore documents;

    @Autowired
    DeliveryScenario given;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void theRightPairOpensTheDocumentOnce() {
        Given release = given.released();
        var opened = (PrintDecision.Accepted) open(release.qr(), release.pin(), KIOSK);
        assertThat(opened.pdf()).isEqualTo(release.pdf());
        assertThat(opened.title()).isEqualTo("Kartu Keluarga");
        assertThat(given.now(release.id()).sheets())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.kiosk()).isEqualTo("ADM-SOREANG-01"));
        assertThat(open(release.qr(), release.pin(), KIOSK)).isEqualTo(new PrintDecision.Used());
        receipt(opened, PrintOutcome.PRINTED);
        assertThat(open(release.qr(), release.pin(), ANOTHER)).isEqualTo(new PrintDecision.Used());
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.PRINTED);
    }

    @Test
    void ofManyKiosksAtTheSameInstantOneGetsIt() throws Exception {
        Given release = given.released();
        Callable<PrintDecision> ask = () -> open(release.qr(), release.pin(), KIOSK);
        List<PrintDecision> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList()).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
        assertThat(answers).filteredOn(PrintDecision.Accepted.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(new PrintDecision.Used()::equals).hasSize(7);
    }

    @Test
    void afterFiveWrongPinsEvenTheRightOneIsRefused() {
        Given release = given.released();
        assertThat(IntStream.range(0, 5)
                        .mapToObj(i -> open(release.qr(), release.wrongPin(), i % 2 == 0 ? KIOSK : ANOTHER)))
                .containsExactly(
                        new PrintDecision.WrongPin(4),
                        new PrintDecision.WrongPin(3),
                        new PrintDecision.WrongPin(2),
                        new PrintDecision.WrongPin(1),
                        new PrintDecision.WrongPin(0));
        assertThat(open(release.qr(), release.pin(), KIOSK)).isEqualTo(new PrintDecision.Locked());
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.LOCKED);
        assertThat(given.secret(release.id())).isEmpty();
    }

    @Test
    void aCodeThatNobodyHasAnswersLikeOneThatIsKnown() {
        String nobodys = ReleaseCode.random().text();
        assertThat(IntStream.range(0, 6).mapToObj(i -> open(nobodys, "123456", KIOSK)))
                .containsExactly(
                        new PrintDecision.WrongPin(4),
                        new PrintDecision.WrongPin(3),
                        new PrintDecision.WrongPin(2),
                        new PrintDecision.WrongPin(1),
                        new PrintDecision.WrongPin(0),
                        new PrintDecision.Locked());
    }

    @Test
    void manyKiosksGuessingTogetherHaveFiveGuesses() throws Exception {
        Given release = given.released();
        Callable<PrintDecision> guess = () -> open(release.qr(), release.wrongPin(), ANOTHER);
        List<PrintDecision> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 24).mapToObj(i -> guess).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
        assertThat(answers).filteredOn(PrintDecision.WrongPin.class::isInstance).hasSize(5);
        assertThat(answers).filteredOn(new PrintDecision.Locked()::equals).hasSize(19);
    }

    @Test
    void theRightPinStartsTheCountAnew() {
        Given release = given.released();
        IntStream.range(0, 4).forEach(i -> open(release.qr(), release.wrongPin(), KIOSK));
        var opened = (PrintDecision.Accepted) open(release.qr(), release.pin(), KIOSK);
        receipt(opened, PrintOutcome.FAILED);
        assertThat(open(release.qr(), release.wrongPin(), KIOSK)).isEqualTo(new PrintDecision.WrongPin(4));
    }

    @Test
    void guessesAtCodesThatExistAreNotForgotten() {
        Given release = given.released();
        String nobodys = ReleaseCode.random().text();
        open(release.qr(), release.wrongPin(), KIOSK);
        open(nobodys, "123456", KIOSK);
        clock.advance(Duration.ofDays(2));
        expiry.run();
        assertThat(open(release.qr(), release.wrongPin(), KIOSK)).isEqualTo(new PrintDecision.WrongPin(3));
        assertThat(open(nobodys, "123456", KIOSK)).isEqualTo(new PrintDecision.WrongPin(4));
    }

    @Test
    void aPinThatIsNoneCountsAsAWrongOne() {
        Given release = given.released();
        assertThat(open(release.qr(), "12345", KIOSK)).isEqualTo(new PrintDecision.WrongPin(4));
        assertThat(open(release.qr(), release.pin() + " ", KIOSK)).isEqualTo(new PrintDecision.WrongPin(3));
    }

    @Test
    void aPrinterThatFailsLetsTheSamePairOpenItOnceMore() {
        Given release = given.released();
        var first = (PrintDecision.Accepted) open(release.qr(), release.pin(), KIOSK);
        given.asAdm(() -> kiosks.receipt(first.handout(), PrintOutcome.FAILED, "Kertas macet\npada halaman 1"));
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.FAILED);
        assertThat(given.now(release.id()).sheets().getFirst().detail()).isEqualTo("Kertas macet pada halaman 1");
        var second = (PrintDecision.Accepted) open(release.qr(), release.pin(), ANOTHER);
        assertThat(second.handout()).isNotEqualTo(first.handout());
        assertThat(open(release.qr(), release.pin(), KIOSK)).isEqualTo(new PrintDecision.Used());
        receipt(second, PrintOutcome.PRINTED);
        assertThat(given.now(release.id()).history())
                .extracting(StepTaken::action)
                .containsExactly(
                        ReleaseAction.ISSUE,
                        ReleaseAction.OPEN,
                        ReleaseAction.FAIL,
                        ReleaseAction.OPEN,
                        ReleaseAction.PRINT);
    }

    @Test
    void aReceiptSaidTwiceIsOneAndALateOneChangesNothing() {
        Given release = given.released();
        var first = (PrintDecision.Accepted) open(release.qr(), release.pin(), KIOSK);
        assertThat(receipt(first, PrintOutcome.FAILED)).isEqualTo(ReceiptResult.ACCEPTED);
        assertThat(receipt(first, PrintOutcome.FAILED)).isEqualTo(ReceiptResult.ACCEPTED);
        assertThat(receipt(first, PrintOutcome.PRINTED)).isEqualTo(ReceiptResult.CONTRADICTED);
        var second = (PrintDecision.Accepted) open(release.qr(), release.pin(), KIOSK);
        assertThat(receipt(first, PrintOutcome.FAILED)).isEqualTo(ReceiptResult.ACCEPTED);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.OPENED);
        assertThat(receipt(second, PrintOutcome.PRINTED)).isEqualTo(ReceiptResult.ACCEPTED);
        assertThat(given.now(release.id()).history()).hasSize(5);
    }

    @Test
    void aReceiptForSomebodyElsesSheetIsUnknown() {
        Given release = given.released();
        var opened = (PrintDecision.Accepted) open(release.qr(), release.pin(), KIOSK);
        var stranger = new ApiClient(UUID.randomUUID(), "Anjungan lain");
        assertThat(given.asAdm(stranger, () -> kiosks.receipt(opened.handout(), PrintOutcome.PRINTED, null)))
                .isEqualTo(ReceiptResult.UNKNOWN);
        assertThat(given.asAdm(() -> kiosks.receipt(UUID.randomUUID(), PrintOutcome.PRINTED, null)))
                .isEqualTo(ReceiptResult.UNKNOWN);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.OPENED);
    }

    @Test
    void anAnswerThatGotLostIsGivenAgainToTheSameRequestOnly() {
        Given release = given.released();
        var keyed = new Kiosk("ADM-SOREANG-01", "permintaan-1");
        var first = (PrintDecision.Accepted) open(release.qr(), release.pin(), keyed);
        var again = (PrintDecision.Accepted) open(release.qr(), release.pin(), keyed);
        assertThat(again.handout()).isEqualTo(first.handout());
        assertThat(open(release.qr(), release.pin(), new Kiosk("ADM-SOREANG-01", "permintaan-2")))
                .isEqualTo(new PrintDecision.Used());
        assertThat(open(release.qr(), release.pin(), new Kiosk("ADM-CILEUNYI-02", "permintaan-1")))
                .isEqualTo(new PrintDecision.Used());
        receipt(first, PrintOutcome.PRINTED);
        assertThat(open(release.qr(), release.pin(), keyed)).isEqualTo(new PrintDecision.Used());
    }

    @Test
    void whoComesTooLateIsToldSoBeforeAnyJobHasRun() {
        Given release = given.released();
        clock.advance(Duration.ofDays(30));
        assertThat(open(release.qr(), release.pin(), KIOSK)).isEqualTo(new PrintDecision.Expired(false));
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.EXPIRED);
    }

    @Test
    void aDocumentThatIsMissingLeavesThePairUsable() {
        byte[] pdf = DeliveryScenario.pdf();
        ContentHash hash = documents.put(pdf);
        Given release = given.released(given.document(hash, DeliveryScenario.EMAIL), pdf);
        documents.remove(hash);
        assertThat(open(release.qr(), release.pin(), KIOSK)).isEqualTo(new PrintDecision.Unavailable());
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.FAILED);
        documents.put(pdf);
        assertThat(open(release.qr(), release.pin(), KIOSK)).isInstanceOf(PrintDecision.Accepted.class);
    }

    @Test
    void onlyAKioskOrAnOperatorBesideItMayAsk() {
        Given release = given.released();
        assertThatThrownBy(() -> given.asStaff("perencana", () -> kiosks.open(release.qr(), release.pin(), KIOSK)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private PrintDecision open(String qr, String pin, Kiosk kiosk) {
        return given.asAdm(() -> kiosks.open(qr, pin, kiosk));
    }

    private ReceiptResult receipt(PrintDecision.Accepted opened, PrintOutcome outcome) {
        return given.asAdm(() -> kiosks.receipt(opened.handout(), outcome, null));
    }
}
