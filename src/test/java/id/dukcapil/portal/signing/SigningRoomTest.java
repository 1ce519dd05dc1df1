package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.signing.SigningEvent.DocumentRefused;
import id.dukcapil.portal.signing.SigningRig.Portal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.access.AccessDeniedException;

/** What the signer is told before the passphrase is asked for, and what happens when another one signs. */
@IntegrationTest
class SigningRoomTest {

    @Autowired
    SigningScenario given;

    @Autowired
    SigningRig rig;

    @Autowired
    SigningRoom room;

    @Autowired
    DocumentStore store;

    @Autowired
    SettableClock clock;

    /** Facts of the papers that the source prints; a test changes them. */
    private String facts = "Jl. Raya Soreang 17";

    private final Map<String, byte[]> papers = new HashMap<>();

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void aDocumentInOrderCanBeSigned() {
        SigningDocumentId waiting = printed(SomeDocuments.HEAD);
        Preflight found = given.as("kadis", () -> portal().room.prepare(List.of(waiting)));
        assertThat(found.obstacles()).isEmpty();
        assertThat(found.ready()).containsExactly(waiting);
        assertThat(found.signer()).isEqualTo(SomeDocuments.HEAD);
        assertThat(found.provider()).isEqualTo("Penyedia uji");
    }

    @Test
    void everyDocumentSaysWhatIsWrongWithIt() {
        SigningDocumentId lost = printed(SomeDocuments.HEAD);
        store.remove(given.details(lost).unsigned());
        SigningDocumentId own = registered(SomeDocuments.HEAD, given.account("kadis"), SomeDocuments.PLACE.page());
        SigningDocumentId placeless = registered(SomeDocuments.HEAD, null, 2);
        Preflight found = given.as("kadis", () -> portal().room.prepare(List.of(lost, own, placeless)));
        assertThat(found.ready()).isEmpty();
        assertThat(found.documents())
                .extracting(check -> check.obstacles().getFirst())
                .containsExactly(
                        "Berkas dokumen hilang dari penyimpanan.",
                        "Anda ikut memeriksa atau memverifikasi dokumen ini.",
                        "Tempat tanda tangan tidak ada di halaman 2.");
    }

    @Test
    void whoIsNotTheSignatoryIsToldSoAndThePassphraseIsForgotten() {
        SigningDocumentId waiting = printed(SomeDocuments.HEAD);
        Preflight found = given.as("manajer", () -> portal().room.prepare(List.of(waiting)));
        assertThat(found.obstacles()).singleElement().asString().contains("bukan penanda tangan dinas");
        Passphrase secret = Passphrase.of("rahasia".toCharArray());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        given.as("manajer", () -> portal().room.start(List.of(waiting), secret, new Silent())));
        assertThatIllegalStateException().isThrownBy(secret::characters);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as("verifikator", () -> room.prepare(List.of(waiting))));
    }

    @Test
    void withoutAProviderTheRoomSaysSoAndTakesNothingIntoABatch() {
        SigningDocumentId waiting = printed(SomeDocuments.HEAD);
        Portal portal = portal();
        portal.configured = false;
        Preflight found = given.as("kadis", () -> portal.room.prepare(List.of(waiting)));
        assertThat(found.provider()).isNull();
        assertThat(found.obstacles())
                .singleElement()
                .asString()
                .contains("belum mempunyai penyedia tanda tangan elektronik");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.as(
                        "kadis",
                        () -> portal.room.start(
                                List.of(waiting), Passphrase.of("rahasia".toCharArray()), new Silent())));
        assertThat(given.details(waiting).status()).isEqualTo(SigningDocumentStatus.AWAITING);
    }

    @Test
    void aBatchRunsInTheBackgroundAndTellsHowItEnds() throws Exception {
        SigningDocumentId waiting = printed(SomeDocuments.HEAD);
        SigningDocumentId lost = printed(SomeDocuments.HEAD);
        store.remove(given.details(lost).unsigned());
        var end = new CompletableFuture<BatchEnding>();
        SigningRoom.Started started = given.as(
                "kadis",
                () -> portal().room.start(List.of(waiting, lost), Passphrase.of("rahasia".toCharArray()), until(end)));
        assertThat(started.leftOut())
                .singleElement()
                .satisfies(check -> assertThat(check.document()).isEqualTo(lost));
        assertThat(end.get(60, TimeUnit.SECONDS)).isEqualTo(BatchEnding.COMPLETED);
        assertThat(given.details(waiting).status()).isEqualTo(SigningDocumentStatus.SIGNED);
        assertThat(given.details(lost).status()).isEqualTo(SigningDocumentStatus.AWAITING);
    }

    @Test
    void forADeputyTheDocumentIsPrintedAnewWhenNothingElseHasChanged() {
        SigningDocumentId waiting = printed(SomeDocuments.HEAD);
        inTheTimeOfTheDeputy();
        Preflight found = given.as("verifikator", () -> portal().room.prepare(List.of(waiting)));
        assertThat(found.ready()).containsExactly(waiting);
        assertThat(found.mandate()).isEqualTo("800/1342/Disdukcapil");
        SigningDocumentDetails anew = given.details(waiting);
        assertThat(anew.printedFor().title()).startsWith("Plh. Kepala Dinas");
        assertThat(anew.unsigned()).isNotEqualTo(anew.verified());
        assertThat(store.contains(anew.unsigned())).isTrue();
        assertThat(anew.history().getLast().action()).isEqualTo(SigningDocumentAction.REPRINT);
    }

    @Test
    void forADeputyADocumentWhoseDataHaveChangedGoesBackToTheVerifier() {
        SigningDocumentId waiting = printed(SomeDocuments.HEAD);
        inTheTimeOfTheDeputy();
        facts = "Jl. Al-Fathu 2";
        Portal portal = portal();
        Preflight found = given.as("verifikator", () -> portal.room.prepare(List.of(waiting)));
        assertThat(found.ready()).isEmpty();
        assertThat(given.details(waiting).status()).isEqualTo(SigningDocumentStatus.REFUSED);
        assertThat(portal.told(DocumentRefused.class))
                .singleElement()
                .satisfies(told -> assertThat(told.reason()).isEqualTo("Data berubah sejak diverifikasi."));
    }

    @Test
    void whatIsMarkedAsASpecimenIsPrintedWithoutTheMarkBeforeItIsSignedForReal() {
        SigningDocumentId waiting = printed(SomeDocuments.HEAD);
        Portal portal = portal();
        portal.demonstration = false;
        Preflight found = given.as("kadis", () -> portal.room.prepare(List.of(waiting)));
        assertThat(found.ready()).containsExactly(waiting);
        SigningDocumentDetails anew = given.details(waiting);
        assertThat(anew.unsigned()).isNotEqualTo(anew.verified());
        assertThat(store.contains(anew.unsigned())).isTrue();
        assertThat(anew.printedFor()).isEqualTo(SomeDocuments.HEAD);
        assertThat(anew.history().getLast().reason()).doesNotContain("contoh");

        portal.demonstration = true;
        given.as("kadis", () -> portal.room.prepare(List.of(waiting)));
        assertThat(given.details(waiting).history().getLast().reason()).endsWith("sebagai contoh");
    }

    @Test
    void aSpecimenNeverEntersABatchThatIsSignedForReal() {
        SigningDocumentId waiting = printed(SomeDocuments.HEAD);
        Portal portal = portal();
        portal.demonstration = false;
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.as("kadis", () -> portal.open(List.of(waiting))))
                .withMessageContaining("Tercetak sebagai contoh");
        assertThat(given.details(waiting).status()).isEqualTo(SigningDocumentStatus.AWAITING);
    }

    private void inTheTimeOfTheDeputy() {
        clock.set(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(25)));
    }

    private Portal portal() {
        SigningSource source = new SigningSource() {
            @Override
            public String kind() {
                return SomeDocuments.KIND;
            }

            @Override
            public PrintedDocument print(String reference, Imprint imprint, VerificationCode code) {
                return new PrintedDocument(paper(reference, imprint, code), SomeDocuments.PLACE);
            }

            @Override
            public List<String> named(String name, int most) {
                return List.of();
            }
        };
        return rig.portal(
                1, new StaticListableBeanFactory(Map.of("source", source)).getBeanProvider(SigningSource.class));
    }

    /** The same words give the same bytes; those who write PDFs for tests put a random number into each. */
    private byte[] paper(String reference, Imprint imprint, VerificationCode code) {
        String words = String.join(" ", reference, facts, imprint.toString(), code.value());
        return papers.computeIfAbsent(words, Pdfs::page);
    }

    private SigningDocumentId printed(SignatoryLines lines) {
        return registered(lines, null, SomeDocuments.PLACE.page());
    }

    private SigningDocumentId registered(SignatoryLines lines, @Nullable UUID operator, int page) {
        NewSigningDocument blank =
                SomeDocuments.verified(SomeDocuments.aReference(), null, SomeDocuments.digestOf("not printed yet"));
        ContentHash digest =
                store.put(paper(blank.reference(), new Imprint(lines, SomeDocuments.NOW, true), blank.code()));
        return given.registered(SomeDocuments.printed(blank, digest, operator, page));
    }

    private static BatchProgress until(CompletableFuture<BatchEnding> end) {
        return new BatchProgress() {
            @Override
            public void advanced(BatchCounts counts, Turn last) {
                assertThat(counts.total()).isEqualTo(1);
            }

            @Override
            public void ended(BatchEnding ending, @Nullable String explanation, BatchCounts counts) {
                end.complete(ending);
            }
        };
    }
}
