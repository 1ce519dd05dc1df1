package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.common.OfficeCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody with a letter on a telephone, and no account. */
@IntegrationTest
class CancellationPagesTest {

    private static final OfficeCode CIMAUNG = new OfficeCode("320417");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

    @Autowired
    MockMvc mvc;

    @Autowired
    BookingScenario given;

    @Autowired
    BookingService bookings;

    @Autowired
    SettableClock clock;

    /** Every test comes from a network of its own, so that they do not use up each other's permits. */
    private String address = "";

    @BeforeEach
    void aStranger() {
        var random = ThreadLocalRandom.current();
        address = "100.%d.%d.%d".formatted(random.nextInt(64, 128), random.nextInt(256), random.nextInt(1, 255));
    }

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void thePageAsksAndTheButtonCancels() throws Exception {
        BookingDetails booking = given.booked(CIMAUNG, DAY);
        String link = linkOf(booking);

        MockHttpServletResponse question = send(get(link));
        assertThat(question.getStatus()).isEqualTo(200);
        assertThat(text(question))
                .contains("Batalkan pemesanan ini?", "Rabu, 2 Desember 2026", "UKL Kecamatan Cimaung")
                .contains("%03d".formatted(booking.queueNumber()), "Ya, batalkan pemesanan")
                .as("whoever finds the letter learns nothing about the person")
                .doesNotContain(
                        booking.fullName(),
                        booking.nik().value(),
                        booking.code().value());
        send(head(link));
        assertThat(status(booking))
                .as("programs that examine mails open every link")
                .isEqualTo(BookingStatus.BOOKED);

        MockHttpServletResponse pressed = send(post(link));
        assertThat(pressed.getStatus()).isEqualTo(303);
        assertThat(pressed.getHeader(HttpHeaders.LOCATION)).isEqualTo(link);
        assertThat(status(booking)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(text(send(get(link))))
                .contains("Pemesanan sudah dibatalkan", "23 November 2026, 09.00 WIB", "Lihat hari yang masih tersedia")
                .doesNotContain("<form");
    }

    @Test
    void aSecondClickSaysThatItIsCancelledAlready() throws Exception {
        String link = linkOf(given.booked(CIMAUNG, DAY));
        send(post(link));
        clock.set(Instant.parse("2026-11-24T02:00:00Z"));
        MockHttpServletResponse again = send(post(link));
        assertThat(again.getStatus()).isEqualTo(303);
        assertThat(text(send(get(link))))
                .contains("Pemesanan sudah dibatalkan")
                .as("when it was, and not when it was clicked again")
                .contains("23 November 2026, 09.00 WIB");
    }

    @Test
    void aMovedAndAnExpiredLinkGetACalmPageAndNoButton() throws Exception {
        BookingDetails old = given.booked(CIMAUNG, DAY);
        String movedLink = linkOf(old);
        given.asBds(() -> given.moved(old.code().value(), CIMAUNG, DAY.plusDays(1)));
        send(post(movedLink));
        assertThat(text(send(get(movedLink))))
                .contains("Pemesanan sudah dipindahkan", "surat terbaru")
                .doesNotContain("<form");

        String expired = linkOf(given.booked(CIMAUNG, DAY));
        clock.set(Instant.parse("2026-12-02T17:00:00Z"));
        send(post(expired));
        assertThat(text(send(get(expired))))
                .contains("Hari pemesanan sudah lewat")
                .doesNotContain("<form");
    }

    @Test
    void whatIsNoLinkGetsOneAndTheSameAnswer() throws Exception {
        String link = linkOf(given.booked(CIMAUNG, DAY));
        String unknown = text(send(get("/pembatalan/x")));
        assertThat(unknown).contains("Tautan tidak dikenal", "kode booking");
        for (var request : new MockHttpServletRequestBuilder[] {
            get(link + "A"),
            get(link.substring(0, link.length() - 1)),
            get("/pembatalan"),
            get("/pembatalan/"),
            get(URI.create("/pembatalan/%3Cscript%3E")),
            get(link + "/lagi"),
            post("/pembatalan/x"),
            post(link + "A")
        }) {
            MockHttpServletResponse answer = send(request);
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(text(answer)).isEqualTo(unknown);
        }
    }

    @Test
    void aRequestThatCannotBeReadIsAnsweredInTheSameManner() throws Exception {
        MockHttpServletResponse answer = send(put("/pembatalan/x"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(text(answer)).contains("Permintaan tidak dapat dibaca");
    }

    @Test
    void nobodyRemembersTheVisitorAndNobodyIsToldTheAddress() throws Exception {
        String link = linkOf(given.booked(CIMAUNG, DAY));
        MockHttpServletResponse page = send(get(link));
        assertThat(page.getCookies()).isEmpty();
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self'");
        assertThat(text(page)).contains("noindex").doesNotContain("<script");
    }

    @Test
    void whoTriesManyLinksIsAskedToWait() throws Exception {
        MockHttpServletResponse answer = send(get("/pembatalan/x"));
        for (int i = 0; i < 200 && answer.getStatus() != 429; i++) {
            answer = send(get("/pembatalan/x"));
        }
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("60");
        assertThat(text(answer)).contains("Terlalu banyak permintaan", "60 detik");
        assertThat(send(post("/pembatalan/x")).getStatus()).isEqualTo(429);
        assertThat(send(get("/jadwal")).getStatus())
                .as("costs nothing and is for all")
                .isEqualTo(200);
    }

    private String linkOf(BookingDetails booking) {
        return given.cancelLinkOf(booking).replaceFirst("^http://localhost:8080", "");
    }

    private BookingStatus status(BookingDetails booking) {
        return given.asBds(() -> bookings.find(booking.code())).orElseThrow().status();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                }))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse reply) throws Exception {
        return reply.getContentAsString(StandardCharsets.UTF_8);
    }
}
