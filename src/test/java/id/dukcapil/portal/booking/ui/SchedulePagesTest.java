package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.PublicSchedule;
import id.dukcapil.portal.common.OfficeCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Anybody looks for a free day. Today is Monday 23 November 2026, 09.00 WIB. */
@IntegrationTest
class SchedulePagesTest {

    private static final OfficeCode PASEH = new OfficeCode("320435");
    private static final LocalDate FULL = LocalDate.of(2026, 12, 14);
    private static final LocalDate OPEN = LocalDate.of(2026, 12, 15);

    @Autowired
    MockMvc mvc;

    @Autowired
    SchedulePress press;

    @Autowired
    BookingScenario given;

    @Autowired
    SettableClock clock;

    /** What an earlier test read must not be shown to this one. */
    @BeforeEach
    void aMomentLater() {
        clock.advance(PublicSchedule.KEPT);
    }

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void everyOfficeStandsThereWithItsNextFreeDays() throws Exception {
        MockHttpServletResponse page = look("/jadwal");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(text(page))
                .contains("Jadwal antrean cetak KTP-el", "Dinas Dukcapil, Soreang", "UKL Kecamatan Paseh")
                .contains("href=\"/jadwal/320435\"", "kursi", "Keadaan 23 November 2026, 09.00 WIB")
                .doesNotContain("<script");
    }

    @Test
    void theDaysOfAnOfficeSayHowManySeatsOrWhyNone() throws Exception {
        given.quotaOf(PASEH, FULL, 1, 0);
        given.booked(PASEH, FULL);
        given.quotaOf(PASEH, OPEN, 9, 2);
        given.closed(PASEH, LocalDate.of(2026, 12, 16), "Listrik padam");
        List<String> rows = rows(text(look("/jadwal/320435")));
        assertThat(rows)
                .contains("Senin, 14 Desember 2026 Penuh")
                .as("the reserve of the staff is not for the public")
                .contains("Selasa, 15 Desember 2026 7 kursi")
                .contains("Rabu, 16 Desember 2026 Tutup Listrik padam")
                .anyMatch(row -> row.startsWith("Minggu, 29 November 2026 Tutup Minggu: tidak ada pelayanan"))
                .hasSize(31);
        assertThat(rows.getFirst()).startsWith("Senin, 23 November 2026");
        assertThat(rows.getLast()).startsWith("Rabu, 23 Desember 2026");
    }

    @Test
    void whatOpensNextStandsThereWithItsMoment() throws Exception {
        assertThat(text(look("/jadwal/320435")))
                .as("the days that follow are Christmas and a weekend")
                .contains("Senin, 28 Desember 2026 dapat dipesan mulai Sabtu, 28 November 2026 pukul 00.00 WIB.");
    }

    @Test
    void whateverTheCrowdThePageIsReadOnceInAFewSeconds() throws Exception {
        given.quotaOf(PASEH, OPEN, 5, 0);
        assertThat(rows(text(look("/jadwal/320435")))).contains("Selasa, 15 Desember 2026 5 kursi");
        given.quotaOf(PASEH, OPEN, 4, 0);
        clock.advance(PublicSchedule.KEPT.minusMillis(1));
        assertThat(rows(text(look("/jadwal/320435")))).contains("Selasa, 15 Desember 2026 5 kursi");
        clock.advance(PublicSchedule.KEPT);
        assertThat(rows(text(look("/jadwal/320435")))).contains("Selasa, 15 Desember 2026 4 kursi");
    }

    @Test
    void whoHasSeenItIsToldThatNothingChanged() throws Exception {
        MockHttpServletResponse first = look("/jadwal/320435");
        String tag = Objects.requireNonNull(first.getHeader(HttpHeaders.ETAG));
        assertThat(tag).as("weak, so that it may be compressed").startsWith("W/\"");
        assertThat(first.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("max-age=5, public");
        assertThat(first.getHeader("Pragma")).isNull();
        assertThat(first.getCookies()).isEmpty();

        clock.advance(PublicSchedule.KEPT);
        MockHttpServletResponse again = mvc.perform(get("/jadwal/320435").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();

        given.quotaOf(PASEH, LocalDate.of(2026, 12, 17), 3, 0);
        clock.advance(PublicSchedule.KEPT);
        assertThat(mvc.perform(get("/jadwal/320435").header(HttpHeaders.IF_NONE_MATCH, tag))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        assertThat(mvc.perform(head("/jadwal")).andReturn().getResponse().getStatus())
                .isEqualTo(200);
    }

    @Test
    void anOfficeThatDoesNotExistIsNoReasonForAnError() throws Exception {
        for (String address :
                List.of("/jadwal/999999", "/jadwal/%3Cscript%3E", "/jadwal/320435/lagi", "/jadwal/dinas")) {
            MockHttpServletResponse page = look(address);
            assertThat(page.getStatus()).isEqualTo(404);
            assertThat(text(page)).contains("Kantor tidak dikenal", "Jadwal semua kantor");
        }
    }

    @Test
    void whileNothingCanBeReadThePageSaysToComeBack() {
        PublicSchedule silent = mock(PublicSchedule.class);
        when(silent.now()).thenReturn(Optional.empty());
        var pages = new SchedulePages(silent, press);
        for (ResponseEntity<byte[]> page : List.of(pages.all(), pages.one("320435"))) {
            assertThat(page.getStatusCode().value()).isEqualTo(503);
            assertThat(page.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
            assertThat(page.getHeaders().getCacheControl()).isEqualTo("no-store");
            assertThat(new String(Objects.requireNonNull(page.getBody()), StandardCharsets.UTF_8))
                    .contains("Jadwal sedang tidak dapat dibaca");
        }
    }

    private MockHttpServletResponse look(String address) throws Exception {
        return mvc.perform(get(URI.create(address))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse reply) throws Exception {
        return reply.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The rows of the table as they are read. */
    private static List<String> rows(String html) {
        return html.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<tr class"))
                .map(line ->
                        line.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip())
                .toList();
    }
}
