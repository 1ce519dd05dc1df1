package id.dukcapil.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.AuditEvent.Change;
import id.dukcapil.portal.common.InvalidInput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A list that went to the wrong address, from its discovery to its end. Today is Monday 23 November 2026. */
@IntegrationTest
@RecordApplicationEvents
@WithUserDetails("pdp")
class IncidentRegisterTest {

    private static final IncidentFacts KNOWN_AT_FIRST = new IncidentFacts(
            "Daftar antrean salah kirim",
            "Pada 20 November 2026 lampiran terkirim ke alamat yang salah",
            "nama dan nomor telepon",
            null,
            "",
            "");
    private static final IncidentFacts COMPLETE = new IncidentFacts(
            KNOWN_AT_FIRST.title(),
            KNOWN_AT_FIRST.course(),
            KNOWN_AT_FIRST.dataKinds(),
            41,
            "alamat salah ketik",
            "Penerima telah menghapus lampiran; alamat kini dipilih dari daftar");

    @Autowired
    IncidentRegister register;

    @Autowired
    IncidentList list;

    @Autowired
    IncidentNotice notice;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void anIncidentIsToldToBothInTimeAndClosed() {
        String number = register.report(KNOWN_AT_FIRST, null).number();
        assertThat(number).matches("INS-2026-\\d{4}");
        clock.advance(Duration.ofHours(30));
        register.describe(number, COMPLETE);
        register.notifyAuthority(number, clock.instant(), "surat 400.12/77");
        register.notifySubjects(number, clock.instant(), "e-mail dan pengumuman");
        IncidentDetails told = register.find(number).orElseThrow();
        assertThat(told.status()).isEqualTo(IncidentStatus.NOTIFIED);
        assertThat(told.deadline().at(clock.instant().plus(Duration.ofDays(30))))
                .isEqualTo(Deadline.State.KEPT);
        register.close(number, "Pengiriman kini lewat daftar alamat.");
        assertThat(register.find(number).orElseThrow().history())
                .extracting(event -> event.action().label())
                .containsExactly(
                        "Dicatat", "Uraian dilengkapi", "Lembaga diberi tahu", "Subjek data diberi tahu", "Ditutup");
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Uraian dilengkapi"))
                        .flatMap(event -> event.changes().stream()))
                .contains(new Change("Jumlah orang", null, "41"), new Change("Penyebab", "", "alamat salah ketik"));
    }

    @Test
    void theListAndTheDeskKnowWhichNoticesAreOwedAndLate() {
        Instant fourDaysAgo = clock.instant().minus(Duration.ofDays(4));
        String late = register.report(COMPLETE, fourDaysAgo).number();
        String fresh = register.report(COMPLETE, null).number();
        assertThat(numbers(CaseList.LATE)).contains(late).doesNotContain(fresh);
        assertThat(numbers(CaseList.OPEN)).containsSubsequence(late, fresh);
        assertThat(list.waiting().late()).isPositive();

        register.dismiss(late, "lampiran ternyata kosong");
        assertThat(numbers(CaseList.LATE)).doesNotContain(late);
        assertThat(numbers(CaseList.OPEN)).doesNotContain(late);
        assertThat(numbers(CaseList.ALL)).containsSubsequence(fresh, late).hasSize(list.count(CaseList.ALL));
        List<IncidentRow> all = list.page(CaseList.ALL, null, 0, 100);
        assertThat(list.page(CaseList.ALL, all.getFirst(), 0, 100)).isEqualTo(all.subList(1, all.size()));
    }

    @Test
    void theLettersSayWhatArticle46WantsSaid() throws IOException {
        String number = register.report(COMPLETE, null).number();
        for (IncidentNotice.Addressee addressee : IncidentNotice.Addressee.values()) {
            String letter = text(notice.letter(number, addressee));
            assertThat(letter)
                    .contains("PEMERINTAH KABUPATEN BANDUNG", "Bandung, 23 November 2026", number)
                    .contains("Pemberitahuan kegagalan pelindungan data pribadi")
                    .contains("nama dan nomor telepon", "Paling banyak 41 orang")
                    .contains("20 November 2026 lampiran terkirim", "alamat salah ketik")
                    .contains("Penerima telah menghapus lampiran")
                    .contains("Dra. Hj. Ratna Komala, M.Si.");
        }
        assertThat(text(notice.letter(number, IncidentNotice.Addressee.SUBJECTS)))
                .contains("Subjek data pribadi yang terdampak", "data Saudara");
        assertThat(text(notice.letter(number, IncidentNotice.Addressee.AUTHORITY)))
                .contains("Lembaga penyelenggara pelindungan data pribadi");
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Surat pemberitahuan dibuat")))
                .hasSize(4);
    }

    @Test
    void withoutMeasuresThereIsNoLetter() {
        String number = register.report(KNOWN_AT_FIRST, null).number();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> notice.letter(number, IncidentNotice.Addressee.SUBJECTS));
    }

    @Test
    void anIncidentOfTheFutureIsNotWrittenDown() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> register.report(COMPLETE, clock.instant().plusSeconds(60)));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> register.close("INS-2026-9999", "tidak ada"));
    }

    @Test
    @WithUserDetails("manajer")
    void whoLooksOnReportsNothing() {
        assertThat(list.count(CaseList.ALL)).isNotNegative();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> register.report(COMPLETE, null));
    }

    private List<String> numbers(CaseList which) {
        return list.page(which, null, 0, 1_000).stream()
                .map(IncidentRow::number)
                .toList();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
