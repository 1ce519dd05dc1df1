package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.SigningEvent.DocumentSigned;
import id.dukcapil.portal.signing.SigningEvent.DocumentSuperseded;
import id.dukcapil.portal.signing.SigningRig.Portal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many documents signed in one sitting, and everything that can come in between. */
@IntegrationTest
class SigningBatchTest {

    @Autowired
    SigningScenario given;

    @Autowired
    SigningRig rig;

    @Autowired
    DocumentStore store;

    @Autowired
    PortalHome home;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final Silent progress = new Silent();

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void everyDocumentIsSignedOnceByTwoThreadsAndEverybodyHearsOfIt() {
        List<SigningDocumentId> wanted = awaiting(20);
        Portal portal = rig.portal(2);
        OpenedBatch batch = run(portal, wanted);

        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.COMPLETED);
        assertThat(rig.counts(batch.id()).of(ItemState.SIGNED)).isEqualTo(20);
        assertThat(portal.calls()).isEqualTo(20);
        assertThat(portal.told(DocumentSigned.class))
                .extracting(told -> told.document().id())
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(progress.turns).hasSize(20);
        assertThat(progress.counts.getLast().of(ItemState.SIGNED)).isEqualTo(20);
        SigningDocumentDetails signed = given.details(wanted.getFirst());
        assertThat(signed.signature()).isNotNull().satisfies(signature -> {
            assertThat(signature.signer().fullName()).isEqualTo("Dra. Hj. Ratna Komala, M.Si.");
            assertThat(store.read(signature.digest())).startsWith(store.read(signed.unsigned()));
        });
    }

    @Test
    void aWrongPassphraseIsTriedOnceAndNothingIsSigned() {
        List<SigningDocumentId> wanted = awaiting(5);
        Portal portal = rig.portal(2).answering(call -> wrong());
        OpenedBatch batch = run(portal, wanted);
        assertThat(portal.calls()).as("again could lock the account").isEqualTo(1);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.WRONG_PASSPHRASE);
        assertThat(rig.counts(batch.id()).of(ItemState.NOT_DONE)).isEqualTo(4);
        assertThat(statuses(wanted)).containsOnly(SigningDocumentStatus.AWAITING);
    }

    @Test
    void aProviderThatChangesItsMindAtTheThreeHundredthDocumentStopsTheBatch() {
        List<SigningDocumentId> wanted = awaiting(310);
        Portal portal = rig.portal(2).answering(call -> call >= 300 ? wrong() : null);
        OpenedBatch batch = run(portal, wanted);
        BatchCounts counts = rig.counts(batch.id());
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.WRONG_PASSPHRASE);
        assertThat(counts.of(ItemState.SIGNED)).isEqualTo(299);
        assertThat(portal.calls()).as("one per thread at most").isBetween(300, 301);
        assertThat(counts.of(ItemState.FAILED) + counts.of(ItemState.NOT_DONE)).isEqualTo(11);
    }

    @Test
    void inABundleTooTheOnesAfterAWrongPassphraseAreNotTried() {
        List<SigningDocumentId> wanted = awaiting(12);
        Portal portal = rig.signingHere(1, 8).answering(call -> call >= 4 ? wrong() : null);
        OpenedBatch batch = run(portal, wanted);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.WRONG_PASSPHRASE);
        assertThat(portal.calls()).isEqualTo(4);
        BatchCounts counts = rig.counts(batch.id());
        assertThat(counts.of(ItemState.SIGNED)).isEqualTo(3);
        assertThat(counts.of(ItemState.FAILED)).isEqualTo(1);
        assertThat(counts.of(ItemState.NOT_DONE)).isEqualTo(8);
        assertThat(statuses(wanted).subList(3, 12)).containsOnly(SigningDocumentStatus.AWAITING);
    }

    @Test
    void inABundleTooABrokenDocumentFailsAlone() throws IOException {
        List<SigningDocumentId> wanted = awaiting(6);
        Files.writeString(file(given.details(wanted.get(1)).unsigned()), "somebody's hand");
        Portal portal = rig.signingHere(1, 8).answering(call -> {
            if (call == 3) {
                throw new IllegalStateException("out of order");
            }
            return call == 2 ? new SignOutcome.DocumentRejected("PDF rusak.", SigningRig.answer()) : null;
        });
        OpenedBatch batch = run(portal, wanted);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.COMPLETED);
        assertThat(statuses(wanted))
                .containsExactly(
                        SigningDocumentStatus.SIGNED,
                        SigningDocumentStatus.AWAITING,
                        SigningDocumentStatus.AWAITING,
                        SigningDocumentStatus.IN_BATCH,
                        SigningDocumentStatus.SIGNED,
                        SigningDocumentStatus.SIGNED);
    }

    @Test
    void whatCannotBeEnteredDoesNotTakeItsBundleWithIt() {
        List<SigningDocumentId> wanted = awaiting(5);
        Portal portal = rig.signingHere(1, 8).refusingToHearOf(wanted.get(2));
        OpenedBatch batch = given.as("kadis", () -> portal.open(wanted)).batch();
        assertThatIllegalStateException().isThrownBy(() -> portal.runner.run(batch, secret(), progress));
        assertThat(given.details(wanted.get(1)).status()).isEqualTo(SigningDocumentStatus.SIGNED);
        assertThat(given.details(wanted.get(2)).status()).isEqualTo(SigningDocumentStatus.IN_BATCH);

        clock.advance(Duration.ofMinutes(3));
        rig.signingHere(1, 8).recovery.run();
        assertThat(statuses(wanted)).as("all of them were stored").containsOnly(SigningDocumentStatus.SIGNED);
    }

    @Test
    void aBatchThatCannotBeTakenToPiecesKeepsNoOtherLocked() {
        OpenedBatch first = abandoned();
        OpenedBatch second = abandoned();
        clock.advance(Duration.ofMinutes(3));
        try (var poisoned =
                PoisonedRow.against(jdbc, "signing_batch", first.id().value())) {
            rig.signingHere(1, 8).recovery.run();
            poisoned.hasFailed(BatchRecovery.TASK, 1);
            assertThat(state(second)).isEqualTo("ENDED");
            poisoned.close();
            clock.advance(Duration.ofMinutes(5));
            rig.signingHere(1, 8).recovery.run();
            poisoned.hasFailed(BatchRecovery.TASK, 0);
        }
        assertThat(state(first)).isEqualTo("ENDED");
    }

    /** Its process is gone before the first signature. */
    private OpenedBatch abandoned() {
        List<SigningDocumentId> wanted = awaiting(1);
        Portal portal = rig.signingHere(1, 8);
        return given.as("kadis", () -> portal.open(wanted)).batch();
    }

    private String state(OpenedBatch batch) {
        return jdbc.sql("SELECT state FROM signing_batch WHERE id = ?")
                .param(batch.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void ofAFamilyInOneBundleTheNewestStands() {
        String family = "keluarga-" + UUID.randomUUID();
        List<SigningDocumentId> wanted = new ArrayList<>(awaiting(1));
        for (int each = 0; each < 3; each++) {
            clock.advance(Duration.ofMinutes(1));
            wanted.add(given.awaiting(family));
        }
        run(rig.signingHere(1, 8), wanted.reversed());
        assertThat(statuses(wanted))
                .containsExactly(
                        SigningDocumentStatus.SIGNED,
                        SigningDocumentStatus.SUPERSEDED,
                        SigningDocumentStatus.SUPERSEDED,
                        SigningDocumentStatus.SIGNED);
    }

    @Test
    void aDocumentThatTheProviderRejectsFailsAlone() {
        List<SigningDocumentId> wanted = awaiting(4);
        Portal portal = rig.portal(1)
                .answering(
                        call -> call == 2 ? new SignOutcome.DocumentRejected("PDF rusak.", SigningRig.answer()) : null);
        OpenedBatch batch = run(portal, wanted);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.COMPLETED);
        assertThat(statuses(wanted))
                .containsExactly(
                        SigningDocumentStatus.SIGNED,
                        SigningDocumentStatus.AWAITING,
                        SigningDocumentStatus.SIGNED,
                        SigningDocumentStatus.SIGNED);
        assertThat(given.details(wanted.get(1)).history().getLast().reason()).isEqualTo("PDF rusak.");
    }

    @Test
    void aCertificateThatIsRevokedStopsTheBatch() {
        List<SigningDocumentId> wanted = awaiting(3);
        Portal portal = rig.portal(1)
                .answering(call -> call == 2
                        ? new SignOutcome.SignerCannotSign(
                                CertificateStatus.REVOKE, "Sertifikat dicabut.", SigningRig.answer())
                        : null);
        OpenedBatch batch = run(portal, wanted);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.SIGNER_CANNOT_SIGN);
        assertThat(rig.counts(batch.id()).of(ItemState.SIGNED)).isEqualTo(1);
    }

    @Test
    void aProviderThatIsAwayIsAskedThreeTimes() {
        List<SigningDocumentId> wanted = awaiting(6);
        Portal portal = rig.portal(1)
                .answering(call -> new SignOutcome.Unreachable("Tidak dapat dihubungi.", SigningRig.answer()));
        OpenedBatch batch = run(portal, wanted);
        assertThat(portal.calls()).isEqualTo(3);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.PROVIDER_SILENT);
        assertThat(statuses(wanted)).containsOnly(SigningDocumentStatus.AWAITING);
    }

    @Test
    void whatNobodyKnowsStaysLockedUntilAPersonDeclaresIt() {
        List<SigningDocumentId> wanted = awaiting(2);
        Portal portal = rig.portal(1)
                .answering(call -> call == 1
                        ? new SignOutcome.Unknown("Penyedia tidak menjawab dalam 60 detik.", SigningRig.answer())
                        : null);
        OpenedBatch batch = run(portal, wanted);
        assertThat(statuses(wanted)).containsExactly(SigningDocumentStatus.IN_BATCH, SigningDocumentStatus.SIGNED);
        SigningItem unknown = portal.items.in(batch.id(), ItemState.UNKNOWN).getFirst();
        given.as("kadis", () -> {
            assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> portal.open(wanted.subList(0, 1)));
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> portal.unknown.declareUnsigned(unknown.id(), "  "));
            assertThat(portal.unknown.declareUnsigned(unknown.id(), "Tidak ada di riwayat BSrE"))
                    .isTrue();
            return portal.unknown.declareUnsigned(unknown.id(), "Sekali lagi");
        });
        assertThat(given.details(wanted.getFirst()).status()).isEqualTo(SigningDocumentStatus.AWAITING);
    }

    @Test
    void aProviderThatThrowsLeavesTheDocumentUnknown() {
        List<SigningDocumentId> wanted = awaiting(1);
        Portal portal = rig.portal(1).answering(call -> {
            throw new IllegalStateException("out of order");
        });
        OpenedBatch batch = run(portal, wanted);
        assertThat(rig.counts(batch.id()).of(ItemState.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void aFileThatIsMissingOrChangedOnDiskIsNotSentAndFailsAlone() throws IOException {
        List<SigningDocumentId> wanted = awaiting(3);
        store.remove(given.details(wanted.get(0)).unsigned());
        Files.writeString(file(given.details(wanted.get(1)).unsigned()), "somebody's hand");
        Portal portal = rig.portal(1);
        run(portal, wanted);
        assertThat(portal.calls()).isEqualTo(1);
        assertThat(statuses(wanted))
                .containsExactly(
                        SigningDocumentStatus.AWAITING, SigningDocumentStatus.AWAITING, SigningDocumentStatus.SIGNED);
        assertThat(given.details(wanted.get(1)).history().getLast().reason()).contains("berubah sejak diverifikasi");
    }

    @Test
    void aFullDiskStopsTheBatchAndTheSignedDocumentIsNotSignedAgain() {
        List<SigningDocumentId> wanted = awaiting(3);
        Portal portal = rig.portal(1).beforeStoring(() -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        });
        OpenedBatch batch = run(portal, wanted);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.STORAGE_FAILED);
        assertThat(rig.batch(batch.id()).explanation()).contains("ruang penyimpanan penuh");
        assertThat(statuses(wanted))
                .containsExactly(
                        SigningDocumentStatus.IN_BATCH, SigningDocumentStatus.AWAITING, SigningDocumentStatus.AWAITING);
        assertThat(portal.told(DocumentSigned.class)).isEmpty();
    }

    @Test
    void theSignerStopsInTheMiddleAndTriesAgainWhatIsLeft() {
        List<SigningDocumentId> wanted = awaiting(4);
        Portal portal = rig.portal(1);
        OpenedBatch batch = given.as("kadis", () -> portal.open(wanted)).batch();
        portal.beforeStoring(() -> assertThat(given.as("kadis", () -> portal.room.stop(batch.id())))
                .isTrue());
        portal.runner.run(batch, secret(), progress);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.STOPPED);
        assertThat(rig.counts(batch.id()).of(ItemState.SIGNED)).isEqualTo(1);
        assertThat(rig.counts(batch.id()).of(ItemState.NOT_DONE)).isEqualTo(3);
        assertThat(given.as("kadis", () -> portal.room.stop(batch.id())))
                .as("it is over")
                .isFalse();

        List<SigningDocumentId> left = portal.items.unsignedOf(batch.id());
        assertThat(left).isEqualTo(wanted.subList(1, 4));
        run(portal.beforeStoring(() -> {}), left);
        assertThat(statuses(wanted)).containsOnly(SigningDocumentStatus.SIGNED);
        assertThat(portal.calls()).isEqualTo(4);
    }

    @Test
    void ofTwoWhoTakeTheSameDocumentAtOnceOneGetsItAndTheOtherIsToldWhoHasIt() throws Exception {
        List<SigningDocumentId> wanted = awaiting(1);
        Portal portal = rig.portal(1);
        Callable<Object> take = () -> given.as("kadis", () -> portal.open(wanted));
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> taken = both.invokeAll(List.of(take, take));
            List<Throwable> refusals = taken.stream()
                    .flatMap(one -> {
                        try {
                            one.get();
                            return Stream.empty();
                        } catch (ExecutionException refused) {
                            return Stream.of(refused.getCause());
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(refusals)
                    .singleElement()
                    .isInstanceOf(InvalidInput.class)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains("sesi penandatanganan Dra. Hj. Ratna Komala");
        }
    }

    @Test
    void aDeputyWhoseMandateEndsAtMidnightSignsNothingAfterIt() {
        clock.set(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(25)));
        List<SigningDocumentId> wanted = awaiting(3);
        asPrintedForTheDeputy(wanted);
        Portal portal = rig.portal(1);
        OpenedBatch batch = given.as("verifikator", () -> portal.open(wanted)).batch();
        portal.beforeStoring(() -> clock.advance(Duration.ofDays(20)));
        portal.runner.run(batch, secret(), progress);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.MANDATE_ENDED);
        assertThat(rig.batch(batch.id()).mandate()).isEqualTo("800/1342/Disdukcapil");
        assertThat(portal.calls()).isEqualTo(1);
        assertThat(rig.counts(batch.id()).of(ItemState.NOT_DONE)).isEqualTo(2);
    }

    private void asPrintedForTheDeputy(List<SigningDocumentId> wanted) {
        for (SigningDocumentId id : wanted) {
            jdbc.sql(
                            "UPDATE signing_document SET printed_title = 'Plh. Kepala Dinas Kependudukan dan Pencatatan Sipil',"
                                    + " printed_name = 'Neneng Aisyah', printed_nip = '19811205 200604 2 009' WHERE id = ?")
                    .param(id.value())
                    .update();
        }
    }

    @Test
    void aCertificateThatEndsAtMidnightSignsNothingAfterIt() {
        List<SigningDocumentId> wanted = awaiting(3);
        Portal portal = rig.portal(1).withCertificateUntil(clock.instant().plus(Duration.ofHours(1)));
        OpenedBatch batch = given.as("kadis", () -> portal.open(wanted)).batch();
        portal.beforeStoring(() -> clock.advance(Duration.ofHours(2)));
        portal.runner.run(batch, secret(), progress);
        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.SIGNER_CANNOT_SIGN);
        assertThat(portal.calls()).isEqualTo(1);
    }

    @Test
    void theNewestOfAFamilyStandsWhicheverIsSignedFirst() {
        String family = "keluarga-" + UUID.randomUUID();
        SigningDocumentId older = given.awaiting(family);
        clock.advance(Duration.ofMinutes(1));
        SigningDocumentId newer = given.awaiting(family);
        Portal portal = rig.portal(1);
        run(portal, List.of(newer));
        assertThat(given.details(newer).status()).isEqualTo(SigningDocumentStatus.SIGNED);
        run(portal, List.of(older));
        assertThat(given.details(newer).status()).isEqualTo(SigningDocumentStatus.SIGNED);
        assertThat(given.details(older).status()).isEqualTo(SigningDocumentStatus.SUPERSEDED);
        assertThat(given.details(older).supersededBy()).isEqualTo(newer);
        assertThat(portal.told(DocumentSuperseded.class))
                .singleElement()
                .satisfies(told -> assertThat(told.by()).isEqualTo(newer));
    }

    @Test
    void thePassphraseIsGoneWhenTheBatchIsOver() {
        Portal portal = rig.portal(1);
        OpenedBatch batch = given.as("kadis", () -> portal.open(awaiting(1))).batch();
        Passphrase secret = secret();
        portal.runner.run(batch, secret, progress);
        assertThatIllegalStateException().isThrownBy(secret::characters);
    }

    private OpenedBatch run(Portal portal, List<SigningDocumentId> wanted) {
        OpenedBatch batch = given.as("kadis", () -> portal.open(wanted)).batch();
        portal.runner.run(batch, secret(), progress);
        return batch;
    }

    private List<SigningDocumentId> awaiting(int count) {
        return Stream.generate(() -> given.awaiting(null)).limit(count).toList();
    }

    private List<SigningDocumentStatus> statuses(List<SigningDocumentId> documents) {
        return documents.stream()
                .map(given::details)
                .map(SigningDocumentDetails::status)
                .toList();
    }

    private Path file(ContentHash hash) {
        String name = hash.value();
        return home.folder("documents")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private static SignOutcome wrong() {
        return new SignOutcome.WrongPassphrase("Passphrase salah.", SigningRig.answer());
    }

    private static Passphrase secret() {
        return Passphrase.of("rahasia".toCharArray());
    }
}
