package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.documents.Paper;
import id.dukcapil.portal.signing.BatchRecordPaper.Printed;
import id.dukcapil.portal.signing.RoomScenario.Elsewhere;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What the history of signing tells, and the berita acara of a batch. */
@IntegrationTest
class BatchHistoryTest {

    private static final String REJECTED = "Dokumen ditolak penyedia TTE.";

    @Autowired
    RoomScenario given;

    @Autowired
    BatchLists lists;

    @Autowired
    BatchRecordPaper records;

    @Autowired
    SigningRoom room;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String kind = RoomScenario.aKind();

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void theNewestBatchStandsFirstWithWhatBecameOfItsDocuments() {
        clock.advance(Duration.ofHours(3).plusMinutes(17));
        // Other tests sign at hours of their own
        var now = new BatchFilter(
                null, false, null, clock.instant(), clock.instant().plus(Duration.ofHours(1)));
        SigningBatchId first = batchWithARejection(3);
        clock.advance(Duration.ofMinutes(5));
        SigningBatchId second = batchWithARejection(2);

        List<BatchLine> page = asManager(now, null, 2);
        assertThat(page).extracting(BatchLine::id).containsExactly(second, first);
        assertThat(page.getLast().counts().of(ItemState.SIGNED)).isEqualTo(2);
        assertThat(page.getLast().counts().of(ItemState.FAILED)).isEqualTo(1);
        assertThat(asManager(now, second, 1))
                .extracting(BatchLine::id)
                .as("the next page")
                .containsExactly(first);
    }

    @Test
    void signerPeriodAndEndingNarrowTheList() {
        clock.advance(Duration.ofDays(200));
        SigningBatchId batch = batchWithARejection(2);
        var head = new StaffId(given.as(
                "kadis",
                () -> jdbc.sql("SELECT signer_id FROM signing_batch WHERE id = ?")
                        .param(batch.value())
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .single()));
        var since = clock.instant().minus(Duration.ofDays(1));
        assertThat(asManager(new BatchFilter(head, false, BatchEnding.COMPLETED, since, null), null, 9))
                .extracting(BatchLine::id)
                .containsExactly(batch);
        assertThat(asManager(new BatchFilter(head, false, BatchEnding.STOPPED, since, null), null, 9))
                .isEmpty();
        assertThat(asManager(new BatchFilter(null, true, null, since, null), null, 9))
                .isEmpty();
        assertThat(asManager(new BatchFilter(new StaffId(UUID.randomUUID()), false, null, null, null), null, 9))
                .isEmpty();
        assertThat(asManager(new BatchFilter(head, false, null, null, since), null, 99))
                .extracting(BatchLine::id)
                .doesNotContain(batch);
        assertThat(given.as("manajer", () -> lists.count(new BatchFilter(head, false, null, since, null))))
                .isOne();
        assertThat(given.as("manajer", lists::signers))
                .extracting(BatchLists.KnownSigner::id)
                .contains(head);
    }

    @Test
    void theDocumentsOfABatchComeInTheirOrderAndByWhatBecameOfThem() {
        SigningBatchId batch = batchWithARejection(4);
        List<BatchEntry> all = given.as("manajer", () -> lists.documents(batch, null, 0, 0, 50));
        assertThat(all).extracting(BatchEntry::position).containsExactly(1, 2, 3, 4);
        assertThat(given.as("manajer", () -> lists.documents(batch, null, 2, 1, 50)))
                .extracting(BatchEntry::position)
                .as("after the second, one passed over")
                .containsExactly(4);
        assertThat(given.as("manajer", () -> lists.documents(batch, ItemState.FAILED, 0, 0, 50)))
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.explanation()).isEqualTo(REJECTED);
                    assertThat(failed.signed()).isNull();
                });
    }

    @Test
    void whoMayNotReadSignaturesSeesNoHistory() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as("operator", () -> lists.count(BatchFilter.ALL)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as("operator", () -> records.of(new SigningBatchId(UUID.randomUUID()))));
    }

    @Test
    void whileABatchIsBeingSignedThereIsNoBeritaAcara() {
        Elsewhere running = given.batchElsewhere(given.waiting(kind, 1));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.as("manajer", () -> records.of(running.id())))
                .withMessageContaining("masih berjalan");
        running.ends();
    }

    @Test
    void theBeritaAcaraTellsOfEveryDocument() throws Exception {
        List<SigningDocumentId> documents = given.waiting(kind, 3);
        SigningBatchId batch = given.batchWith(documents, 2, RoomScenario.rejected(REJECTED));
        Printed printed = print(batch);
        var paper = new Paper(printed.pdf());

        assertThat(paper.archiveFindings()).isEmpty();
        assertThat(paper.words())
                .contains(
                        "BERITA ACARA PENANDATANGANAN ELEKTRONIK",
                        "Nomor " + printed.number(),
                        "Dra. Hj. Ratna Komala, M.Si.",
                        "19700817 199503 2 001",
                        "Penyedia uji",
                        "2 ditandatangani, 1 gagal, 0 belum pasti, 0 tidak dikerjakan",
                        "Gagal: " + REJECTED,
                        "RINA KARLINA",
                        "Halaman 1 dari 1");
        for (SigningDocumentId document : documents) {
            SigningDocumentDetails details = given.details(document);
            assertThat(paper.words())
                    .contains(details.reference(), details.unsigned().value());
            if (details.signature() != null) {
                assertThat(paper.words()).contains(details.signature().digest().value());
            }
        }
        assertThat(printed.number()).matches("400\\.12/\\d+/BA-TTE/DINAS/2026");
        assertThat(printed.fileName()).matches("berita-acara-400\\.12-\\d+-BA-TTE-DINAS-2026\\.pdf");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_inbox WHERE reference = ? AND action = 'Berita acara dicetak'")
                        .param(batch.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theSameFactsGiveTheSameBytes() {
        SigningBatchId batch = batchWithARejection(2);
        byte[] first = print(batch).pdf();
        clock.advance(Duration.ofDays(3));
        assertThat(print(batch).pdf()).isEqualTo(first);
    }

    @Test
    void theCertificateIsReadFromWhatWasSigned() throws Exception {
        List<SigningDocumentId> documents = given.waiting(kind, 2);
        var end = new CompletableFuture<BatchEnding>();
        SigningBatchId batch = given.as(
                        "kadis", () -> room.start(documents, Passphrase.of("demo-tte".toCharArray()), until(end)))
                .batch();
        assertThat(end.get(60, TimeUnit.SECONDS)).isEqualTo(BatchEnding.COMPLETED);
        assertThat(new Paper(print(batch).pdf()).words())
                .contains("diterbitkan oleh CONTOH - Otoritas Sertifikat Demonstrasi (PAdES-BASELINE-B)");
    }

    @Test
    void hundredsOfDocumentsFillSeveralPages() throws IOException {
        SigningBatchId batch = given.batchWith(given.waiting(kind, 60), 7, RoomScenario.rejected(REJECTED));
        Paper paper = new Paper(print(batch).pdf()).keptAs("batch-record");
        assertThat(paper.pages()).isGreaterThan(3);
        assertThat(paper.words(2)).contains("Nomor dan jenis", "Halaman 2 dari " + paper.pages());
        assertThat(paper.words(paper.pages())).contains("Demikian berita acara ini dibuat dengan sebenarnya");
    }

    private Printed print(SigningBatchId batch) {
        return given.as("manajer", () -> records.of(batch).orElseThrow());
    }

    private SigningBatchId batchWithARejection(int documents) {
        return given.batchWith(given.waiting(kind, documents), 2, RoomScenario.rejected(REJECTED));
    }

    private List<BatchLine> asManager(BatchFilter filter, @Nullable SigningBatchId after, int limit) {
        return given.as("manajer", () -> lists.page(filter, after, 0, limit));
    }

    private static BatchProgress until(CompletableFuture<BatchEnding> end) {
        return new BatchProgress() {
            @Override
            public void advanced(BatchCounts counts, Turn last) {
                assertThat(last.explanation()).isNull();
            }

            @Override
            public void ended(BatchEnding ending, @Nullable String explanation, BatchCounts counts) {
                end.complete(ending);
            }
        };
    }
}
