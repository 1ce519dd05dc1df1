package id.dukcapil.portal.visits.day;

import static id.dukcapil.portal.visits.VisitScenario.PLANNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.upload.BroughtFiles;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitStatus;
import id.dukcapil.portal.visits.visit.Visits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tablets at a school, as they talk to the portal. */
@IntegrationTest
class TabletTest {

    private static final String OPERATOR = "perekaman";
    private static final String SIGNED = "12,30 14,33 20,40";

    @Autowired
    DayScenario given;

    @Autowired
    Visits visits;

    @Autowired
    VisitScenario schools;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DayPrivacy privacy;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    private VisitDetails visit;
    private final UUID tablet = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void aVisitToday() {
        visit = given.today(4);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private MockHttpServletResponse get(String path, String account) throws Exception {
        return web.perform(MockMvcRequestBuilders.get("/hari-h/" + visit.number() + path)
                        .with(user(accounts.loadUserByUsername(account))))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, Object body, String account) throws Exception {
        return web.perform(post("/hari-h/" + visit.number() + path)
                        .with(user(accounts.loadUserByUsername(account)))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)))
                .andReturn()
                .getResponse();
    }

    private JsonNode sheet() throws Exception {
        return json.readTree(get("/data", OPERATOR).getContentAsString());
    }

    private UUID pupil(int place) throws Exception {
        return UUID.fromString(sheet().path("rows").get(place).path("id").asString());
    }

    private Operation operation(int seq, UUID pupil, Operation.Kind kind, @Nullable Outcome outcome) throws Exception {
        UUID me = UUID.fromString(sheet().path("me").asString());
        return new Operation(
                UUID.randomUUID(), seq, clock.millis(), kind, pupil, me, "Wati", outcome, "Iris", null, null);
    }

    private Operation outcome(int seq, UUID pupil, Outcome outcome) throws Exception {
        return operation(seq, pupil, Operation.Kind.OUTCOME, outcome);
    }

    private VisitDays.Batch batch(UUID device, Operation... operations) {
        return new VisitDays.Batch(device, clock.millis(), 1, false, List.of(operations));
    }

    private JsonNode told(VisitDays.Batch batch) throws Exception {
        MockHttpServletResponse answer = send("/operasi", batch, OPERATOR);
        assertThat(answer.getStatus()).isEqualTo(200);
        return json.readTree(answer.getContentAsString());
    }

    private List<String> verdicts(JsonNode told) {
        var kinds = new ArrayList<String>();
        told.path("verdicts").forEach(verdict -> kinds.add(verdict.path("kind").asString()));
        return kinds;
    }

    private int kept() {
        return jdbc.sql("SELECT COUNT(*) FROM visits_operation WHERE visit_id = ?")
                .param(visit.id())
                .query(Integer.class)
                .single();
    }

    private VisitDays.SignOff signOff(int lastSeq) {
        return new VisitDays.SignOff(tablet, lastSeq, "Yayah", "Wakil kepala sekolah", SIGNED, "", 12, 3);
    }

    @Test
    void theListShowsNoWholeNumberOfAResident() throws Exception {
        String text = get("/data", OPERATOR).getContentAsString();
        JsonNode rows = json.readTree(text).path("rows");
        assertThat(rows).hasSize(4);
        assertThat(text).doesNotContainPattern("\"[1-9]\\d{15}\"");
        assertThat(rows.get(0).path("nik").asString()).matches("\\d{4}•{8}\\d{4}");
        assertThat(get("", OPERATOR).getContentAsString())
                .contains("<visit-day>")
                .doesNotContain(visit.schoolName());
    }

    @Test
    void theSameOperationTwiceCountsOnceAndGetsItsFirstAnswer() throws Exception {
        VisitDays.Batch batch = batch(tablet, outcome(1, pupil(0), Outcome.RECORDED));
        JsonNode first = told(batch);
        assertThat(verdicts(first)).containsExactly("APPLIED");
        assertThat(told(batch).path("verdicts")).isEqualTo(first.path("verdicts"));
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aMissingOperationStopsThoseBehindIt() throws Exception {
        MockHttpServletResponse answer =
                send("/operasi", batch(tablet, outcome(2, pupil(0), Outcome.RECORDED)), OPERATOR);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(json.readTree(answer.getContentAsString()).path("expected").asInt())
                .isEqualTo(1);
        assertThat(kept()).isZero();
    }

    @Test
    void twoTabletsThatDisagreeLeaveARowToSettleAndEachHearsOfTheOther() throws Exception {
        UUID pupil = pupil(0);
        told(batch(tablet, outcome(1, pupil, Outcome.RECORDED)));
        JsonNode second = told(batch(other, outcome(1, pupil, Outcome.FAILED)));
        assertThat(verdicts(second)).containsExactly("CONFLICT");
        assertThat(second.path("verdicts").get(0).path("sentence").asString()).contains("Terekam", "Gagal");
        JsonNode row = second.path("rows").get(0);
        assertThat(row.path("result").path("outcome").asString()).isEqualTo("RECORDED");
        assertThat(row.path("rival").path("outcome").asString()).isEqualTo("FAILED");
        told(batch(tablet, operation(2, pupil, Operation.Kind.SETTLE, Outcome.RECORDED)));
        assertThat(sheet().path("rows").get(0).hasNonNull("rival")).isFalse();
    }

    @Test
    void aClockThatIsADayOffIsCorrectedByThePortals() throws Exception {
        Operation early = outcome(1, pupil(0), Outcome.RECORDED);
        long wrong = clock.millis() + Duration.ofDays(1).toMillis();
        var tapped = new Operation(
                early.id(),
                1,
                wrong - 90_000,
                early.kind(),
                early.pupil(),
                early.owner(),
                "",
                early.outcome(),
                null,
                null,
                null);
        told(new VisitDays.Batch(tablet, wrong, 1, false, List.of(tapped)));
        Instant at = Instant.ofEpochMilli(
                sheet().path("rows").get(0).path("result").path("at").asLong());
        assertThat(at).isEqualTo(clock.instant().minusSeconds(90).truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void withoutPermissionNothingIsKeptAndAnotherPersonHasToTakeOver() throws Exception {
        VisitDays.Batch batch = batch(tablet, outcome(1, pupil(0), Outcome.RECORDED));
        assertThat(send("/operasi", batch, "verifikator").getStatus()).isEqualTo(403);
        assertThat(kept()).isZero();
        MockHttpServletResponse foreign = send("/operasi", batch, "manajer");
        assertThat(foreign.getStatus()).isEqualTo(409);
        assertThat(foreign.getContentAsString()).contains("Wati");
        var taken = new VisitDays.Batch(tablet, batch.sentAt(), 1, true, batch.operations());
        assertThat(send("/operasi", taken, "manajer").getStatus()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT on_behalf FROM visits_operation WHERE visit_id = ?")
                        .param(visit.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Wati");
    }

    @Test
    void aForgedRequestWithoutTheTokenOfTheSessionIsRefused() throws Exception {
        assertThat(web.perform(post("/hari-h/" + visit.number() + "/operasi")
                                .with(user(accounts.loadUserByUsername(OPERATOR)))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(batch(tablet))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeCarriedOutIsRefusedAndStopsNothing() throws Exception {
        JsonNode told = told(batch(
                tablet,
                outcome(1, UUID.randomUUID(), Outcome.RECORDED),
                operation(2, pupil(0), Operation.Kind.DIFFERS, null),
                outcome(3, pupil(1), Outcome.ABSENT)));
        assertThat(verdicts(told)).containsExactly("REFUSED", "REFUSED", "APPLIED");
    }

    @Test
    void onePupilAddedOnTwoTabletsIsOneRowAndBothTabletsMayGoOn() throws Exception {
        var added = new Operation.Added("Siti Baru", "0099999901", "", "XII IPS 1", LocalDate.of(2010, 1, 5));
        UUID here = UUID.randomUUID();
        UUID there = UUID.randomUUID();
        told(batch(tablet, add(here, added)));
        assertThat(verdicts(told(batch(other, add(there, added), outcome(2, there, Outcome.RECORDED)))))
                .containsExactly("SAME", "APPLIED");
        assertThat(sheet().path("rows")).hasSize(5);
        assertThat(verdicts(told(batch(tablet, outcome(2, here, Outcome.RECORDED)))))
                .containsExactly("SAME");
    }

    private Operation add(UUID id, Operation.Added added) throws Exception {
        Operation like = operation(1, id, Operation.Kind.ADD, null);
        return new Operation(like.id(), 1, like.at(), like.kind(), id, like.owner(), "", null, null, null, added);
    }

    @Test
    void theVisitClosesOnlyWhenNothingWaitsAndThenTheListLeavesTheTablet() throws Exception {
        var taps = new ArrayList<Operation>();
        for (int i = 0; i < 4; i++) {
            taps.add(outcome(i + 1, pupil(i), i < 3 ? Outcome.RECORDED : Outcome.ABSENT));
        }
        told(batch(tablet, taps.get(0), taps.get(1), taps.get(2)));
        assertThat(send("/tutup", signOff(4), OPERATOR).getContentAsString()).contains("1 catatan tablet ini belum");
        assertThat(send("/tutup", signOff(3), OPERATOR).getContentAsString()).contains("1 siswa belum punya hasil");
        told(batch(tablet, taps.get(3)));
        assertThat(send("/tutup", new VisitDays.SignOff(tablet, 4, "Y", "W", "<svg>", "", 0, 0), OPERATOR)
                        .getStatus())
                .isEqualTo(422);
        assertThat(send("/tutup", signOff(4), OPERATOR).getStatus()).isEqualTo(200);
        assertThat(send("/tutup", signOff(4), OPERATOR).getStatus()).isEqualTo(200);
        VisitDetails done =
                schools.as(PLANNER, () -> visits.find(visit.number())).orElseThrow();
        assertThat(done.status()).isEqualTo(VisitStatus.DONE);
        assertThat(done.recorded()).isEqualTo(3);
        assertThat(sheet().path("closed").asBoolean()).isTrue();
        assertThat(sheet().path("rows")).isEmpty();
        // A tablet that was without a line all the time: nothing is lost
        UUID absent = taps.get(3).pupil();
        assertThat(verdicts(told(batch(other, outcome(1, absent, Outcome.RECORDED)))))
                .containsExactly("APPLIED");
    }

    private int picture(UUID pupil, byte[] content, String account) throws Exception {
        return web.perform(post("/hari-h/" + visit.number() + "/bukti/" + pupil)
                        .with(user(accounts.loadUserByUsername(account)))
                        .with(csrf())
                        .contentType(MediaType.IMAGE_JPEG)
                        .content(content))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void aPictureOfACertificateIsKeptForThoseWhoCorrectAndForgottenAfterAWhile() throws Exception {
        UUID pupil = pupil(0);
        assertThat(picture(pupil, "<svg/>".getBytes(StandardCharsets.UTF_8), OPERATOR))
                .isEqualTo(422);
        assertThat(picture(UUID.randomUUID(), BroughtFiles.jpeg(40, 30), OPERATOR))
                .isEqualTo(404);
        assertThat(picture(pupil, BroughtFiles.jpeg(40, 30), "verifikator")).isEqualTo(403);
        assertThat(picture(pupil, BroughtFiles.jpeg(40, 30), OPERATOR)).isEqualTo(204);
        MockHttpServletResponse shown = get("/bukti/" + pupil, OPERATOR);
        assertThat(shown.getContentType()).isEqualTo("image/jpeg");
        assertThat(get("/bukti/" + pupil, "verifikator").getStatus()).isEqualTo(403);
        assertThat(get("/bukti/" + pupil(1), OPERATOR).getStatus()).isEqualTo(404);
        ContentHash hash = ContentHash.of(shown.getContentAsByteArray());
        assertThat(privacy.holds(hash)).isTrue();
        transaction.executeWithoutResult(later ->
                privacy.evidenceRetention().removeEndedBefore(clock.instant().plusSeconds(1), 100));
        assertThat(get("/bukti/" + pupil, OPERATOR).getStatus()).isEqualTo(404);
        assertThat(privacy.holds(hash)).isFalse();
    }

    @Test
    void theSchoolIsToldInWhichClassesCardsFollowAndNobodysName() throws Exception {
        visit = given.today(
                schools.youths(
                        "birth_date BETWEEN '2010-01-01' AND '2010-10-01' AND recording_status = 'UNREGISTERED'", 4),
                4);
        String name = sheet().path("rows").get(0).path("name").asString();
        for (int i = 0; i < 4; i++) {
            told(batch(tablet, outcome(i + 1, pupil(i), i < 2 ? Outcome.RECORDED : Outcome.ABSENT)));
        }
        send("/tutup", signOff(4), OPERATOR);
        String facts = jdbc.sql("SELECT facts FROM notification_mail WHERE template = ? AND reference = ?")
                .params(LaterCards.TEMPLATE, visit.number())
                .query(OneColumn.TEXT)
                .single();
        assertThat(facts).contains("X-1 ", " siswa, ").doesNotContain(name);
    }

    @Test
    void theListOfAttendanceIsAPaper() throws Exception {
        told(batch(tablet, outcome(1, pupil(0), Outcome.RECORDED)));
        assertThat(get("/daftar-hadir.pdf", OPERATOR).getContentAsByteArray())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(get("/ulang-tahun.pdf", OPERATOR).getContentAsByteArray())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(get("/daftar-hadir.pdf", "verifikator").getStatus()).isEqualTo(403);
    }
}
