package id.dukcapil.portal.booking.api;

import static id.dukcapil.portal.booking.api.BdsApp.posting;
import static id.dukcapil.portal.booking.api.BdsApp.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.api.BdsApp.Reply;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a request, the caller is told what, and nothing at all is stored. */
@IntegrationTest
class RefusedBookingsTest {

    private static final String OFFICE = "320407";
    private static final OfficeCode CILENGKRANG = new OfficeCode(OFFICE);
    private static final String TUESDAY = "2026-11-24";

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    MockMvc mvc;

    BdsApp bds;
    Stored before = new Stored(0, 0, 0, 0, 0, 0);

    @BeforeEach
    void startTheApp() {
        bds = new BdsApp(mvc);
        before = Stored.in(jdbc);
    }

    @AfterEach
    void nothingIsStored() {
        clock.reset();
        assertThat(Stored.in(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "320437650190000, yang dimasukkan 15 angka",
        "32043765019000011, yang dimasukkan 17 angka",
        "32043765O1900001, hanya boleh berisi angka",
        "abcdefghijklmnop, hanya boleh berisi angka",
        "'', harus diisi",
        "3204373102900001, tanggal yang tidak ada",
        "3204373113900001, tanggal yang tidak ada",
        "3204370001900001, tanggal yang tidak ada",
        "3204377213900001, tanggal yang tidak ada",
        "3204372902010001, tanggal yang tidak ada",
        "3204370101900000, berakhiran 0000"
    })
    void anImpossibleNikIsNamed(String nik, String why) throws Exception {
        JsonNode problem = bds.book(with("nik", nik)).problem(422, "invalid-nik");
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("nik");
        assertThat(problem.path("errors").path(0).path("message").asString()).contains(why);
        assertThat(problem.path("detail").asString()).doesNotContainPattern("\\d{6}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, sudah lewat",
        "2025-01-06, sudah lewat",
        "2026-12-24, belum dibuka",
        "2036-12-01, belum dibuka",
        "2026-11-29, Minggu",
        "2026-11-28, Sabtu"
    })
    void aDayThatCannotBeBookedSaysWhyAndWhichDaysAreFree(String date, String why) throws Exception {
        JsonNode problem = bds.book(with("date", date)).problem(409, "day-closed");
        assertThat(problem.path("detail").asString()).contains(why);
        assertThat(days(problem)).containsExactly("2026-11-23", "2026-11-24", "2026-11-25");
    }

    @Test
    void aHolidayIsNamed() throws Exception {
        clock.set(Instant.parse("2026-12-14T02:00:00Z"));
        JsonNode problem = bds.book(with("date", "2026-12-25")).problem(409, "day-closed");
        assertThat(problem.path("detail").asString()).contains("Kelahiran Yesus Kristus");
        assertThat(days(problem)).containsExactly("2026-12-14", "2026-12-15", "2026-12-16");
    }

    @Test
    void aClosedDaySaysThePlannersReason() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 1);
        given.closed(CILENGKRANG, day, "Pemeliharaan server SIAK");
        before = Stored.in(jdbc);
        JsonNode problem = bds.book(with("date", day)).problem(409, "day-closed");
        assertThat(problem.path("detail").asString()).isEqualTo("Pemeliharaan server SIAK");
        assertThat(days(problem)).hasSize(3).doesNotContain(day.toString());
    }

    @Test
    void aFullDayOffersOthers() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 2);
        given.quotaOf(CILENGKRANG, day, 1, 0);
        given.booked(CILENGKRANG, day);
        before = Stored.in(jdbc);
        JsonNode problem = bds.book(with("date", day)).problem(409, "quota-full");
        assertThat(problem.path("detail").asString()).contains("2 Desember 2026");
        assertThat(days(problem)).hasSize(3).doesNotContain(day.toString());
    }

    @Test
    void oneNikHoldsOneSeatInAllOffices() throws Exception {
        Someone someone = given.somebodyReadyToPrint();
        given.booked(someone, CILENGKRANG, LocalDate.of(2026, 12, 3));
        before = Stored.in(jdbc);
        bds.book(request(someone, "DINAS", "2026-12-04")).problem(409, "already-booked");
    }

    @Test
    void whoCannotHaveACardPrintedIsToldWhy() throws Exception {
        Someone issued = given.people("recording_status = 'CARD_ISSUED' AND standing IS NULL", 1)
                .getFirst();
        Someone tooYoung = given.people("recording_status = 'PRINT_READY_RECORD' AND birth_date > '2009-12-01'", 1)
                .getFirst();
        var unknown = new Someone(new Nik("9171010101900009"), "Tidak Dikenal");
        assertThat(notEligible(issued)).contains("siap cetak");
        assertThat(notEligible(tooYoung)).contains("17 tahun");
        assertThat(notEligible(unknown)).contains("tidak ditemukan").doesNotContain("9171");
    }

    @Test
    void aProgramThatTriesAgainAndAgainIsSlowedDownForThatNikOnly() throws Exception {
        Someone persistent = given.somebodyReadyToPrint();
        for (int attempt = 0; attempt < 12; attempt++) {
            bds.book(request(persistent, OFFICE, "2026-11-29")).problem(409, "day-closed");
        }
        Reply slowed = bds.book(request(persistent, OFFICE, TUESDAY));
        assertThat(slowed.header("Retry-After")).isEqualTo("30");
        assertThat(slowed.problem(429, "rate-limited").path("detail").asString())
                .contains("Terlalu banyak percobaan")
                .doesNotContain(persistent.nik().value());
        bds.book(request(given.somebodyReadyToPrint(), OFFICE, "2026-11-29")).problem(409, "day-closed");
        clock.advance(Duration.ofSeconds(30));
        bds.book(request(persistent, OFFICE, "2026-11-29")).problem(409, "day-closed");
    }

    private String notEligible(Someone someone) throws Exception {
        return bds.book(request(someone, OFFICE, TUESDAY))
                .problem(422, "not-eligible")
                .path("detail")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "soreang", " ", "' OR 1=1 --", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
    void anUnknownOfficeIsNamed(String office) throws Exception {
        assertThat(bds.book(with("office", office)).fields(422, "invalid-request"))
                .containsExactly("office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24-11-2026", "2026-02-30", "besok", "2026-11-24T00:00:00Z"})
    void aDateThatIsNoDateIsNamed(String date) throws Exception {
        assertThat(bds.book(with("date", date)).fields(422, "invalid-request")).containsExactly("date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "+10000-01-01", "+999999999-12-31", "-0001-01-01", "-999999999-01-01"})
    void aDateFarFromEveryCalendarIsRefusedLikeAnyOther(String date) throws Exception {
        Reply reply = bds.book(with("date", date));
        assertThat(reply.status()).as(reply.text()).isIn(409, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "fullName, ''",
        "fullName, X",
        "email, bukan-email",
        "email, a@b",
        "email, ''",
        "phone, 12",
        "phone, 0812abc34567",
        "phone, 08123456789012345678"
    })
    void aFieldThatIsWrongIsNamed(String field, String value) throws Exception {
        assertThat(bds.book(with(field, value)).fields(422, "invalid-request")).containsExactly(field);
    }

    @Test
    void everythingMissingIsNamedAtOnce() throws Exception {
        assertThat(bds.book(Map.of()).fields(422, "invalid-nik"))
                .containsExactlyInAnyOrder("nik", "fullName", "email", "phone", "office", "date");
    }

    @Test
    void aNikSentAsANumberIsRefused() throws Exception {
        assertThat(bds.book(with("nik", 3204376501900001L)).fields(422, "invalid-request"))
                .containsExactly("nik");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"nik\"", "{} {}"})
    void whatIsNoRequestIsRefused(String body) throws Exception {
        bds.bookJson(UUID.randomUUID().toString(), body).problem(422, "invalid-request");
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() throws Exception {
        bds.book(with("fullName", "A".repeat(1024 * 1024))).problem(413, "payload-too-large");
    }

    @Test
    void onlyJsonIsRead() throws Exception {
        bds.send(
                        BdsApp.KEY,
                        posting("nik=3204376501900001")
                                .contentType(MediaType.TEXT_PLAIN)
                                .header("Idempotency-Key", UUID.randomUUID().toString()))
                .problem(415, "unsupported-media-type");
    }

    @Test
    void aKeyForSomethingElseOpensNothing() throws Exception {
        for (var call : everyCall()) {
            bds.send("demo-adm", call).problem(403, "forbidden");
        }
    }

    @Test
    void withoutAKnownKeyNothingOpens() throws Exception {
        for (var call : everyCall()) {
            bds.sendWithoutKey(call).problem(401, "unauthorized");
        }
        for (var call : everyCall()) {
            bds.send("kunci-palsu", call).problem(401, "unauthorized");
        }
    }

    private List<AbstractMockHttpServletRequestBuilder<?>> everyCall() {
        return List.of(
                posting("{}").header("Idempotency-Key", UUID.randomUUID().toString()),
                get("/api/v1/bookings/" + given.codeNobodyHas()),
                delete("/api/v1/bookings/" + given.codeNobodyHas()),
                get("/api/v1/bookings/" + given.codeNobodyHas() + "/ticket.pdf"),
                get("/api/v1/quota-days?office=DINAS&from=2026-11-23&to=2026-11-24"));
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> request = request(given.somebodyWithoutBooking(), OFFICE, TUESDAY);
        request.put(field, value instanceof LocalDate date ? date.toString() : value);
        return request;
    }

    private static List<String> days(JsonNode problem) {
        return problem.path("nextFreeDays")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
