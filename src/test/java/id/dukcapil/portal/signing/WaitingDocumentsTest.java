package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.documents.DocumentUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What waits for a signature: its order, its pages, its ages, and who may read it. */
@IntegrationTest
class WaitingDocumentsTest {

    @Autowired
    RoomScenario given;

    @Autowired
    WaitingDocuments waiting;

    @Autowired
    DocumentReading reading;

    @Autowired
    SigningRegister register;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final String kind = RoomScenario.aKind();

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void theOldestComesFirstAndPagesFollowOnEachOther() {
        List<SigningDocumentId> oldestFirst = given.waiting(kind, 5);
        assertThat(ids(page(of(kind), null, 0, 2))).isEqualTo(oldestFirst.subList(0, 2));
        assertThat(ids(page(of(kind), place(oldestFirst.get(1)), 0, 2))).isEqualTo(oldestFirst.subList(2, 4));
        assertThat(ids(page(of(kind), place(oldestFirst.get(1)), 1, 2))).isEqualTo(oldestFirst.subList(3, 5));
    }

    @Test
    void onePagesThroughTheFolderAlsoFromADocumentThatWaitsNoMore() {
        List<SigningDocumentId> folder = given.waiting(kind, 3);
        SigningDocumentDetails middle = given.details(folder.get(1));
        kadis(() -> register.refuse(middle.id(), middle.version(), "Nama ibu salah"));
        assertThat(kadis(() -> waiting.after(of(kind), WaitingPlace.of(middle))).map(WaitingRow::id))
                .contains(folder.get(2));
        assertThat(kadis(() -> waiting.before(of(kind), WaitingPlace.of(middle)))
                        .map(WaitingRow::id))
                .contains(folder.get(0));
        assertThat(kadis(() -> waiting.after(of(kind), place(folder.get(2))))).isEmpty();
        assertThat(kadis(() -> waiting.countBefore(of(kind), place(folder.get(2)))))
                .isEqualTo(1);
        assertThat(kadis(() -> waiting.stillWaiting(folder))).containsOnly(folder.get(0), folder.get(2));
    }

    @Test
    void theAgeIsCountedInDaysOfTheOffice() {
        at("2026-11-20T02:00:00Z");
        given.waiting(kind);
        at("2026-11-21T17:30:00Z");
        given.waiting(kind);
        at("2026-11-22T17:30:00Z");
        given.waiting(kind, 2);
        at("2026-11-23T02:00:00Z");
        assertThat(kadis(() -> waiting.ages(of(kind))))
                .isEqualTo(
                        Map.of(WaitingAge.ANY, 4, WaitingAge.EARLIER, 1, WaitingAge.YESTERDAY, 1, WaitingAge.TODAY, 2));
    }

    @Test
    void whatWaitsIsFoundByTheBeginningsOfANameInAnyOrder() {
        SigningDocumentId first = given.waiting(kind);
        assertThat(ids(page(new WaitingFilter(kind, WaitingAge.ANY, null, "karl rina"), null, 0, 9)))
                .containsExactly(first);
        assertThat(page(new WaitingFilter(kind, WaitingAge.ANY, null, "rina arlina"), null, 0, 9))
                .isEmpty();
    }

    @Test
    void whatWaitsIsCountedByKindAndFoundByItsNumber() {
        SigningDocumentId first = given.waiting(kind, 2).getFirst();
        assertThat(kadis(waiting::kinds)).contains(new WaitingKind(kind, "Surat uji", 2));
        String number = given.details(first).reference();
        assertThat(ids(page(new WaitingFilter(null, WaitingAge.ANY, null, number.substring(3)), null, 0, 9)))
                .containsExactly(first);
        assertThat(kadis(() -> waiting.titleOf(kind))).contains("Surat uji");
    }

    @Test
    void staffOfAnOfficeSeeTheirOwnDocumentsOnly() {
        given.waiting(kind);
        given.waitingAt(kind, "320430");
        assertThat(kadis(() -> waiting.count(of(kind)))).isEqualTo(2);
        assertThat(kadis(() -> waiting.count(new WaitingFilter(kind, WaitingAge.ANY, new OfficeCode("320430"), ""))))
                .isEqualTo(1);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as("operator", () -> waiting.count(of(kind))));
    }

    @Test
    void onlyWhoeverSignsReadsADocumentAndTheTrailSaysSo() {
        SigningDocumentId document = given.waiting(kind);
        assertThat(kadis(() -> reading.open(document)).orElseThrow())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(jdbc.sql("""
                                SELECT COUNT(*) FROM (SELECT reference, action FROM audit_inbox
                                  UNION ALL SELECT reference, action FROM audit_trail) trail
                                WHERE reference = ? AND action = 'Dibuka'""")
                        .param("Surat uji " + given.details(document).reference())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as("manajer", () -> reading.open(document)));
    }

    @Test
    void aDocumentWhoseBytesAreGoneIsNotShown() {
        SigningDocumentId document = given.waiting(kind);
        assertThat(kadis(() -> reading.look(given.details(document))).pages()).isEqualTo(1);
        assertThat(kadis(() -> reading.picture(document, 0)).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
        given.lose(document);
        assertThat(kadis(() -> reading.look(given.details(document))).obstacle())
                .isEqualTo("Berkas dokumen hilang dari penyimpanan.");
        assertThatExceptionOfType(DocumentUnavailable.class).isThrownBy(() -> kadis(() -> reading.open(document)));
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private WaitingPlace place(SigningDocumentId document) {
        return WaitingPlace.of(given.details(document));
    }

    private static WaitingFilter of(String kind) {
        return new WaitingFilter(kind, WaitingAge.ANY, null, "");
    }

    private List<WaitingRow> page(WaitingFilter filter, @Nullable WaitingPlace after, int skip, int limit) {
        return kadis(() -> waiting.page(filter, after, skip, limit));
    }

    private static List<SigningDocumentId> ids(List<WaitingRow> rows) {
        return rows.stream().map(WaitingRow::id).toList();
    }

    private <T> T kadis(Supplier<T> work) {
        return given.as("kadis", work);
    }
}
