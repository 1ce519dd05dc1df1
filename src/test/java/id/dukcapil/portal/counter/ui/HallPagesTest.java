package id.dukcapil.portal.counter.ui;

import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Device.Need;
import id.dukcapil.portal.counter.device.Devices;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Boards, number machines and tickets on phones: pages without an account. */
@IntegrationTest
class HallPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    HallScenario given;

    @Autowired
    Devices devices;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    private Cookie admitted(OfficeCode office, Kind kind) throws Exception {
        String address = given.as("manajer", () -> devices.admit(office, kind, "Perangkat uji"));
        MockHttpServletResponse first = web.perform(get(address)).andReturn().getResponse();
        assertThat(first.getStatus()).isEqualTo(303);
        assertThat(first.getHeader("Location")).isEqualTo(kind.path() + office);
        assertThat(first.getHeader("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Path=" + kind.path() + office);
        return Objects.requireNonNull(first.getCookie("perangkat"));
    }

    private MockHttpServletResponse touch(OfficeCode office, Cookie device, String key, String more) throws Exception {
        return web.perform(post("/antrean/" + office + "/nomor")
                        .cookie(device)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"key\":\"%s\",\"service\":\"CETAK_KTP\"%s}".formatted(key, more)))
                .andReturn()
                .getResponse();
    }

    @Test
    void aDeviceOpensItsOwnPageOnlyUntilItIsRevoked() throws Exception {
        OfficeCode office = given.anOffice();
        OfficeCode other = given.anOffice();
        web.perform(get("/papan/" + office)).andExpect(status().isForbidden());
        web.perform(get("/papan/" + office + "?kunci=salah")).andExpect(status().isForbidden());
        Cookie board = admitted(office, Kind.BOARD);
        web.perform(get("/papan/" + office).cookie(board))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self'")));
        web.perform(get("/papan/" + other).cookie(board)).andExpect(status().isForbidden());
        web.perform(get("/antrean/" + office).cookie(board)).andExpect(status().isForbidden());
        given.as("manajer", () -> {
            devices.of(office).forEach(device -> devices.revoke(office, device.id()));
            return true;
        });
        web.perform(get("/papan/" + office).cookie(board)).andExpect(status().isForbidden());
        web.perform(get("/papan/" + office + "/aliran").cookie(board)).andExpect(status().isForbidden());
    }

    @Test
    void oneTouchIsOneNumberHoweverOftenItIsSent() throws Exception {
        OfficeCode office = given.anOffice();
        Cookie kiosk = admitted(office, Kind.KIOSK);
        List<Callable<String>> touches = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            touches.add(() -> touch(office, kiosk, "sentuhan-1", "").getContentAsString());
        }
        try (var hands = Executors.newFixedThreadPool(8)) {
            for (var answer : hands.invokeAll(touches)) {
                assertThat(JsonPath.<String>read(answer.get(), "$.number")).isEqualTo("C-001");
            }
        }
        assertThat(given.rows.waiting(office, given.hall.today(given.hall.office(office))))
                .hasSize(1);
        String next =
                touch(office, kiosk, "sentuhan-2", ",\"priority\":\"LANSIA\"").getContentAsString();
        assertThat(JsonPath.<String>read(next, "$.number")).isEqualTo("C-002");
    }

    @Test
    void whatTheMachineDoesNotUnderstandGivesNoNumber() throws Exception {
        OfficeCode office = given.anOffice();
        Cookie kiosk = admitted(office, Kind.KIOSK);
        assertThat(touch(office, kiosk, "x", "").getStatus()).isEqualTo(400);
        assertThat(touch(office, kiosk, "sentuhan-3", ",\"priority\":\"PEJABAT\"")
                        .getStatus())
                .isEqualTo(400);
        assertThat(web.perform(post("/antrean/" + office + "/nomor")
                                .cookie(kiosk)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"key\":\"sentuhan-4\",\"service\":\"SULAP\"}"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(given.rows.waiting(office, given.hall.today(given.hall.office(office))))
                .isEmpty();
    }

    @Test
    void aNumberTakenByMistakeIsGivenBackForTwoMinutes() throws Exception {
        OfficeCode office = given.anOffice();
        Cookie kiosk = admitted(office, Kind.KIOSK);
        String taken = touch(office, kiosk, "sentuhan-5", "").getContentAsString();
        String code = JsonPath.read(taken, "$.code");
        web.perform(post("/antrean/%s/nomor/%s/batal".formatted(office, code)).cookie(kiosk))
                .andExpect(status().isNoContent());
        assertThat(given.rows.byCode(code).orElseThrow().status()).isEqualTo(TicketStatus.CANCELLED);
        String kept = JsonPath.read(touch(office, kiosk, "sentuhan-6", "").getContentAsString(), "$.code");
        clock.advance(Duration.ofMinutes(3));
        web.perform(post("/antrean/%s/nomor/%s/batal".formatted(office, kept)).cookie(kiosk));
        assertThat(given.rows.byCode(kept).orElseThrow().status()).isEqualTo(TicketStatus.WAITING);
    }

    @Test
    void aMachineWithoutPaperAndACallForAClerkAreToldOnce() throws Exception {
        OfficeCode office = given.anOffice();
        Cookie kiosk = admitted(office, Kind.KIOSK);
        for (String need : List.of("PAPER", "HELP", "PAPER")) {
            web.perform(post("/antrean/%s/perlu/%s".formatted(office, need)).cookie(kiosk))
                    .andExpect(status().isNoContent());
        }
        web.perform(post("/antrean/%s/perlu/KOPI".formatted(office)).cookie(kiosk))
                .andExpect(status().isBadRequest());
        web.perform(post("/antrean/%s/perlu/PAPER".formatted(office))).andExpect(status().isForbidden());
        web.perform(get("/antrean/%s/keadaan".formatted(office)).cookie(kiosk))
                .andExpect(jsonPath("$.paperOut").value(true))
                .andExpect(jsonPath("$.helpAsked").value(true));
        String clerk = given.aClerk(office, "operator");
        given.as(clerk, () -> {
            devices.inNeed(office).forEach(machine -> devices.settle(machine, Need.PAPER));
            return true;
        });
        web.perform(get("/antrean/%s/keadaan".formatted(office)).cookie(kiosk))
                .andExpect(jsonPath("$.paperOut").value(false))
                .andExpect(jsonPath("$.helpAsked").value(true));
    }

    @Test
    void theTicketIsOnThePhoneAndOnPaperWithoutPriority() throws Exception {
        OfficeCode office = given.anOffice();
        Ticket ticket = given.priority(office, CETAK_KTP);
        web.perform(get("/antrean/tiket/" + ticket.code()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("C-001")));
        web.perform(get("/antrean/tiket/abc")).andExpect(status().isNotFound());
        byte[] pdf = web.perform(get("/antrean/tiket/" + ticket.code() + "/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("C-001", "Cetak KTP-el", given.nameOf(office))
                    .doesNotContainIgnoringCase("lansia")
                    .doesNotContainIgnoringCase("prioritas");
        }
        byte[] qr = web.perform(get("/antrean/tiket/" + ticket.code() + "/qr"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(qr).startsWith(0x89, 'P', 'N', 'G');
        web.perform(post("/antrean/tiket/" + ticket.code() + "/batal")).andExpect(status().isNoContent());
        assertThat(given.now(ticket).status()).isEqualTo(TicketStatus.CANCELLED);
        web.perform(post("/antrean/tiket/" + ticket.code() + "/batal")).andExpect(status().isConflict());
    }
}
