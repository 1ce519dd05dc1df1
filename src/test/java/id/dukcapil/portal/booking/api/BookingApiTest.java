package id.dukcapil.portal.booking.api;

import static id.dukcapil.portal.booking.api.BdsApp.posting;
import static id.dukcapil.portal.booking.api.BdsApp.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.booking.api.BdsApp.Reply;
import id.dukcapil.portal.common.OfficeCode;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The contract with the BDS app, over HTTP with its real key. Today is Monday 23 November 2026. */
@IntegrationTest
class BookingApiTest {

    private static final String CIMENYAN = "320406";
    private static final OfficeCode OFFICE = new OfficeCode(CIMENYAN);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    BookingScenario given;

    @Autowired
    Reception reception;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    MockMvc mvc;

    BdsApp bds;

    @BeforeEach
    void startTheApp() {
        bds = new BdsApp(mvc);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aBookingIsAnsweredWithCodeNumberAndTicket() throws Exception {
        LocalDate day = LocalDate.of(2026, 11, 30);
        Reply reply = bds.book(request(given.somebodyReadyToPrint(), CIMENYAN, day));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().propertyNames())
                .containsExactlyInAnyOrder("code", "queueNumber", "date", "office", "status", "ticketUrl");
        String code = reply.value("code");
        assertThat(code).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
        assertThat(reply.json().path("queueNumber").asInt()).isEqualTo(1);
        assertThat(reply.value("date")).isEqualTo("2026-11-30");
        assertThat(reply.value("office")).isEqualTo(CIMENYAN);
        assertThat(reply.value("status")).isEqualTo("BOOKED");
        assertThat(reply.value("ticketUrl")).isEqualTo("/api/v1/bookings/" + code + "/ticket.pdf");
        assertThat(reply.header("Location")).isEqualTo("/api/v1/bookings/" + code);
        assertThat(bds.get(reply.header("Location")).json()).isEqualTo(reply.json());
    }

    @Test
    void aCancelledSeatReturnsAndCancellingTwiceIsNoError() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 1);
        int before = available(day);
        String code = booked(day);
        assertThat(available(day)).isEqualTo(before - 1);

        assertThat(bds.delete(code).status()).isEqualTo(204);
        assertThat(bds.delete(code).status()).isEqualTo(204);

        assertThat(available(day)).isEqualTo(before);
        assertThat(bds.get("/api/v1/bookings/" + code).value("status")).isEqualTo("CANCELLED");
    }

    @Test
    void ofManyCancellationsAtOnceAllAreAnsweredAndOneSeatReturns() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 2);
        int before = available(day);
        String code = booked(day);

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = IntStream.range(0, 8)
                    .mapToObj(i -> callers.submit(() -> bds.delete(code)))
                    .toList();
            for (var reply : replies) {
                assertThat(reply.get().status()).as(reply.get().text()).isEqualTo(204);
            }
        }
        assertThat(available(day)).isEqualTo(before);
    }

    @Test
    void aMovedBookingNamesItsSuccessorAndIsNotCancelledInItsPlace() throws Exception {
        Someone someone = given.somebodyReadyToPrint();
        String code = booked(someone, LocalDate.of(2026, 12, 3));
        given.asStaff("perencana", () -> given.moved(code, OFFICE, LocalDate.of(2026, 12, 4)));

        JsonNode moved = bds.get("/api/v1/bookings/" + code).json();
        assertThat(moved.path("status").asString()).isEqualTo("MOVED");
        String successor = moved.path("movedTo").asString();
        assertThat(bds.get("/api/v1/bookings/" + successor).value("status")).isEqualTo("BOOKED");
        bds.delete(code).problem(409, "booking-not-changeable");
        assertThat(bds.delete(successor).status()).isEqualTo(204);
    }

    @Test
    void whoHasComeCanNoLongerCancel() throws Exception {
        String code = bds.book(request(given.somebodyReadyToPrint(), "DINAS", "2026-11-23"))
                .value("code");
        given.asStaff("operator", () -> reception.checkIn(new BookingCode(code), new OfficeCode("DINAS")));
        assertThat(bds.delete(code)
                        .problem(409, "booking-not-changeable")
                        .path("detail")
                        .asString())
                .contains("Hadir");
    }

    @Test
    void theTicketCarriesTheCodeTwiceAndEverythingTheCounterNeeds() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 7);
        Reply booking = bds.book(request(given.somebodyReadyToPrint(), CIMENYAN, day));
        String code = booking.value("code");

        Reply ticket = bds.get(booking.value("ticketUrl"));

        assertThat(ticket.status()).isEqualTo(200);
        assertThat(ticket.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(ticket.header("Cache-Control")).contains("no-store");
        try (var pdf = Loader.loadPDF(ticket.bytes())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(code, "001", "Senin, 7 Desember 2026", "UKL Kecamatan Cimenyan");
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 300);
            assertThat(scan(page, BarcodeFormat.CODE_128)).isEqualTo(code);
            assertThat(scan(page, BarcodeFormat.QR_CODE)).isEqualTo(code);
        }
    }

    private static String scan(BufferedImage image, BarcodeFormat format) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        var hints = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, Boolean.TRUE);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
                .getText();
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerByteForByte() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = request(given.somebodyReadyToPrint(), CIMENYAN, LocalDate.of(2026, 12, 8));
        Reply first = bds.book(key, request);
        Stored stored = stored();
        Reply again = bds.book(key, request);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void theSameKeyForSomebodyElseIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        bds.book(key, request(given.somebodyReadyToPrint(), CIMENYAN, LocalDate.of(2026, 12, 8)));
        Stored stored = stored();
        bds.book(key, request(given.somebodyReadyToPrint(), CIMENYAN, LocalDate.of(2026, 12, 8)))
                .problem(422, "idempotency-key-reused");
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void withoutAnIdempotencyKeyNothingIsBooked() throws Exception {
        Stored stored = stored();
        bds.send(BdsApp.KEY, posting("{\"nik\": \"3204376501900001\"}")).problem(400, "idempotency-key-missing");
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void whatWasRefusedMayBeAskedAgainUnderTheSameKey() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 9);
        given.quotaOf(OFFICE, day, 0, 0);
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = request(given.somebodyReadyToPrint(), CIMENYAN, day);
        Stored stored = stored();
        bds.book(key, request).problem(409, "day-closed");
        assertThat(stored()).isEqualTo(stored);

        given.quotaOf(OFFICE, day, 5, 0);

        assertThat(bds.book(key, request).status()).isEqualTo(201);
    }

    @Test
    void twoRequestsWithOneKeyAtOnceMakeOneBooking() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = request(given.somebodyReadyToPrint(), CIMENYAN, LocalDate.of(2026, 12, 10));
        Stored before = stored();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = callers.submit(() -> bds.book(key, request));
            var other = callers.submit(() -> bds.book(key, request));
            assertThat(one.get().status()).isEqualTo(201);
            assertThat(other.get().bytes()).isEqualTo(one.get().bytes());
        }
        assertThat(stored().bookings()).isEqualTo(before.bookings() + 1);
        assertThat(stored().seats()).isEqualTo(before.seats() + 1);
    }

    @Test
    void anotherClientsBookingIsNotThere() throws Exception {
        String code = given.booked(OFFICE, LocalDate.of(2026, 12, 10)).code().value();
        Stored stored = stored();
        Reply unknown = bds.get("/api/v1/bookings/" + given.codeNobodyHas());
        for (Reply reply : everyWayToReach(code)) {
            reply.problem(404, "not-found");
            assertThat(reply.text()).isEqualTo(unknown.text());
        }
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void aGuessedCodeGivesNoHintWhetherItIsWellFormed() throws Exception {
        String unknown = bds.get("/api/v1/bookings/" + given.codeNobodyHas()).text();
        for (String code : List.of(given.codeNobodyHas().value(), "AAAA-AAA0", "1", "AAAA-AAAA' OR '1'='1")) {
            for (Reply reply : everyWayToReach(code)) {
                reply.problem(404, "not-found");
                assertThat(reply.text()).isEqualTo(unknown);
            }
        }
    }

    private List<Reply> everyWayToReach(String code) throws Exception {
        return List.of(
                bds.get("/api/v1/bookings/" + code),
                bds.get("/api/v1/bookings/" + code + "/ticket.pdf"),
                bds.delete(code));
    }

    @Test
    void quotaDaysTellWhatIsOpenFullOrClosedAndWhy() throws Exception {
        LocalDate full = LocalDate.of(2026, 12, 15);
        LocalDate closed = LocalDate.of(2026, 12, 16);
        given.quotaOf(OFFICE, full, 1, 0);
        booked(full);
        given.closed(OFFICE, closed, "Pemeliharaan server SIAK");

        JsonNode days = bds.quotaDays(CIMENYAN, "2026-12-14", "2026-12-25").json();

        assertThat(days).hasSize(12);
        assertThat(days.path(0).propertyNames()).contains("date", "office", "capacity", "available", "state");
        assertDay(days.path(0), "2026-12-14", 20, 18, "OPEN", "");
        assertDay(days.path(1), "2026-12-15", 1, 0, "FULL", "");
        assertDay(days.path(2), "2026-12-16", 20, 0, "CLOSED", "Pemeliharaan server SIAK");
        assertDay(days.path(5), "2026-12-19", 0, 0, "CLOSED", "Sabtu");
        assertThat(days.path(10).path("reason").asString()).contains("belum dibuka");
        clock.set(Instant.parse("2026-12-14T02:00:00Z"));
        assertDay(
                bds.quotaDays(CIMENYAN, "2026-12-25", "2026-12-25").json().path(0),
                "2026-12-25",
                20,
                0,
                "CLOSED",
                "Kelahiran Yesus Kristus");
    }

    private static void assertDay(JsonNode day, String date, int capacity, int available, String state, String reason) {
        assertThat(day.path("date").asString()).isEqualTo(date);
        assertThat(day.path("office").asString()).isEqualTo(CIMENYAN);
        assertThat(day.path("capacity").asInt()).isEqualTo(capacity);
        assertThat(day.path("available").asInt()).isEqualTo(available);
        assertThat(day.path("state").asString()).isEqualTo(state);
        assertThat(day.path("reason").asString("")).contains(reason);
        assertThat(day.has("reason")).isEqualTo(state.equals("CLOSED"));
    }

    @Test
    void quotaDaysAreGivenForAtMostNinetyTwoDays() throws Exception {
        assertThat(bds.quotaDays(CIMENYAN, TUESDAY, TUESDAY.plusDays(91)).json())
                .hasSize(92);
        assertThat(bds.quotaDays(CIMENYAN, TUESDAY, TUESDAY.plusDays(92)).fields(422, "invalid-request"))
                .containsExactly("to");
        assertThat(bds.quotaDays(CIMENYAN, TUESDAY, TUESDAY.minusDays(1)).fields(422, "invalid-request"))
                .containsExactly("to");
    }

    @Test
    void quotaDaysNameTheParameterThatIsWrong() throws Exception {
        for (String office : List.of("999999", "", "cimenyan", "' OR 1=1 --")) {
            assertThat(bds.quotaDays(office, TUESDAY, TUESDAY).fields(422, "invalid-request"))
                    .containsExactly("office");
        }
        assertThat(bds.quotaDays(CIMENYAN, "besok", TUESDAY).fields(422, "invalid-request"))
                .containsExactly("from");
        assertThat(bds.quotaDays(CIMENYAN, TUESDAY, "2026-02-30").fields(422, "invalid-request"))
                .containsExactly("to");
        assertThat(bds.get("/api/v1/quota-days?office=" + CIMENYAN).fields(422, "invalid-request"))
                .containsExactly("from");
    }

    @Test
    void datesNoCalendarReachesAreAnsweredNotCrashed() throws Exception {
        for (String date : List.of("9999-12-31", "+10000-01-01", "+999999999-12-31", "-0001-01-01", "0000-01-01")) {
            Reply days = bds.quotaDays(CIMENYAN, date, date);
            assertThat(days.status()).as("%s: %s", date, days.text()).isIn(200, 422);
        }
    }

    private int available(LocalDate day) throws Exception {
        return bds.quotaDays(CIMENYAN, day, day)
                .json()
                .path(0)
                .path("available")
                .asInt();
    }

    private String booked(LocalDate day) throws Exception {
        return booked(given.somebodyReadyToPrint(), day);
    }

    private String booked(Someone someone, LocalDate day) throws Exception {
        Reply reply = bds.book(request(someone, CIMENYAN, day));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.value("code");
    }

    private Stored stored() {
        return Stored.in(jdbc);
    }
}
