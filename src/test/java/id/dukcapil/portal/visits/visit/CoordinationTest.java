package id.dukcapil.portal.visits.visit;

import static id.dukcapil.portal.visits.VisitScenario.PLANNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.VisitScenario.Youth;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Step 1 of the procedure: the office writes, the school answers by its link, both agree. */
@IntegrationTest
class CoordinationTest {

    @Autowired
    VisitScenario given;

    @Autowired
    Visits visits;

    @Autowired
    VisitLetters letters;

    @Autowired
    AnswerReminders reminders;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private VisitDetails invited() {
        String npsn = given.school();
        return given.as(PLANNER, () -> {
            VisitDetails draft = visits.plan(npsn, LocalDate.of(2027, 2, 3), 2);
            return visits.sendLetter(draft.number(), draft.version()).orElseThrow();
        });
    }

    private VisitDetails now(VisitDetails visit) {
        return given.as(PLANNER, () -> visits.find(visit.number())).orElseThrow();
    }

    private MockHttpServletResponse page(String token) throws Exception {
        return web.perform(get("/sekolah/tautan/" + token).accept("text/html"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answered(VisitDetails visit, String pupils, String from, String to)
            throws Exception {
        return web.perform(post("/sekolah/tautan/" + visit.token())
                        .param("siswa", pupils)
                        .param("dari", from)
                        .param("sampai", to)
                        .param("narahubung", "Bu <b>Yayah</b>"))
                .andReturn()
                .getResponse();
    }

    @Test
    void theSchoolAnswersByItsLinkAndSeesWhatWasAgreed() throws Exception {
        VisitDetails visit = invited();
        MockHttpServletResponse page = page(visit.token());
        assertThat(page.getContentAsString())
                .contains("Menunggu jawaban sekolah", visit.schoolName(), "Rabu, 3 Februari 2027");
        assertThat(page.getHeader("Set-Cookie")).isNull();
        assertThat(answered(visit, "137", "2027-02-08", "2027-02-12").getContentAsString())
                .contains("Jawaban diterima", "Bu &lt;b&gt;Yayah");
        assertThat(now(visit).expected()).isEqualTo(137);
        assertThat(answered(visit, "140", "", "").getStatus()).isEqualTo(200);
        given.as(PLANNER, () -> visits.agree(visit.number(), now(visit).version()));
        assertThat(page(visit.token()).getContentAsString())
                .contains("Jadwal disepakati")
                .doesNotContain("<form");
        MockHttpServletResponse late = answered(visit, "1", "", "");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("tidak dapat dijawab");
        assertThat(now(visit).expected()).isEqualTo(140);
    }

    private MockHttpServletResponse listed(VisitDetails visit, String content) throws Exception {
        return web.perform(multipart("/sekolah/tautan/" + visit.token() + "/daftar")
                        .file(new MockMultipartFile("berkas", content.getBytes(StandardCharsets.UTF_8))))
                .andReturn()
                .getResponse();
    }

    @Test
    void theSchoolSendsItsListByItsLinkAndOnlyItsOwn() throws Exception {
        VisitDetails visit = invited();
        String heading = "NPSN;Nama;NISN;NIK;JK;Tanggal Lahir;Rombel\n";
        String row = ";SISWA TAUTAN;0097%s;;P;2010-01-05;X-1\n";
        MockHttpServletResponse done = listed(
                visit, heading + visit.npsn() + row.formatted(visit.npsn().substring(2)));
        assertThat(done.getStatus()).isEqualTo(200);
        assertThat(done.getContentAsString()).contains("Daftar diterima", "1 siswa masuk");
        MockHttpServletResponse foreign = listed(visit, heading + given.school() + row.formatted("900001"));
        assertThat(foreign.getStatus()).isEqualTo(422);
        assertThat(foreign.getContentAsString()).contains("NPSN sekolah lain");
        assertThat(listed(visit, "bukan daftar").getStatus()).isEqualTo(422);
        given.as(PLANNER, () -> visits.agree(visit.number(), now(visit).version()));
        assertThat(listed(visit, heading).getContentAsString()).contains("Jadwal sudah disepakati");
    }

    @Test
    void badAnswersAndUnknownLinksChangeNothing() throws Exception {
        VisitDetails visit = invited();
        assertThat(answered(visit, "banyak", "", "").getStatus()).isEqualTo(422);
        assertThat(answered(visit, "10", "2027-02-12", "2027-02-08").getStatus())
                .isEqualTo(422);
        assertThat(answered(visit, "10", "besok", "").getStatus()).isEqualTo(422);
        assertThat(now(visit).status()).isEqualTo(VisitStatus.INVITED);
        assertThat(page("x".repeat(26)).getStatus()).isEqualTo(404);
    }

    @Test
    void theLetterIsNumberedAndCarriesTheLink() throws Exception {
        VisitDetails visit = invited();
        byte[] pdf = given.as(PLANNER, () -> letters.pdf(visit.number())).orElseThrow();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", ""))
                    .contains(String.valueOf(visit.letterNumber()), "/sekolah/tautan/" + visit.token());
        }
        assertThat(mails(visit)).isEqualTo(1);
    }

    private int mails(VisitDetails visit) {
        return jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE template = ? AND reference = ?")
                .params(Visits.TEMPLATE, visit.number())
                .query(Integer.class)
                .single();
    }

    @Test
    void aSchoolThatDoesNotAnswerIsRemindedOnceAWeek() {
        VisitDetails visit = invited();
        reminders.run();
        assertThat(mails(visit)).isEqualTo(1);
        clock.advance(Duration.ofDays(8));
        reminders.run();
        reminders.run();
        assertThat(mails(visit)).isEqualTo(2);
        assertThat(now(visit).lastStep().action()).isEqualTo(VisitAction.REMIND);
    }

    @Test
    void aPlannerWhoDecidedUponAnOldVersionIsToldWhoWasFaster() {
        VisitDetails visit = invited();
        given.as(PLANNER, () -> visits.agree(visit.number(), visit.version()));
        assertThatThrownBy(() -> given.as("manajer", () -> visits.cancel(visit.number(), visit.version(), "Ragu")))
                .isInstanceOf(ChangedMeanwhile.class)
                .hasMessageContaining("Rizki Pratama");
        assertThatThrownBy(() -> given.as("perekaman", () -> visits.agree(visit.number(), visit.version())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoTurnsSixteenBeforeTheVisitCounts() {
        String npsn = given.school();
        Youth child = given.youths(
                        "birth_date BETWEEN '2010-12-15' AND '2011-11-01' AND recording_status = 'UNREGISTERED'", 1)
                .getFirst();
        given.list(npsn, List.of(child.line("0096000001")));
        LocalDate sixteen = child.born().plusYears(16);
        assertThat(given.as(PLANNER, () -> visits.plan(npsn, sixteen, 1)).expected())
                .isEqualTo(1);
        assertThat(given.as(PLANNER, () -> visits.plan(npsn, sixteen.minusDays(1), 1))
                        .expected())
                .isZero();
    }
}
