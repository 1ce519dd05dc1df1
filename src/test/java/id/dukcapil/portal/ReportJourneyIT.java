package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.WaitingFor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** A manager walks over the points of the trend with the keyboard and opens the cases of one day. */
@ServerTest
class ReportJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Test
    void theArrowKeysSayEachPointAndEnterOpensItsCases() {
        List<CaseMoved> moves = Stream.of("2033-03-01T02:00:00Z", "2033-03-03T02:00:00Z")
                .flatMap(begun -> request(Instant.parse(begun)))
                .toList();
        transaction.executeWithoutResult(done -> events.publishEvent(new PastCases(moves)));
        try (var browser = new Browser("http://localhost:" + port, 1440, 900)) {
            browser.signIn("manajer");
            browser.heading("Selamat").first().waitFor();
            browser.page().navigate("/laporan-sla?dari=2033-03-01&sampai=2033-03-04");
            Locator chart = browser.page().locator("line-chart[drawn]");
            chart.focus();
            assertThat(chart).hasAttribute("aria-valuetext", "1: Periode ini 100, Sebelumnya tidak ada");
            chart.press("ArrowRight");
            assertThat(chart).hasAttribute("aria-valuetext", "2: Periode ini tidak ada, Sebelumnya tidak ada");
            chart.press("End");
            chart.press("ArrowLeft");
            assertThat(chart).hasAttribute("aria-valuenow", "3");
            chart.press("Enter");
            assertThat(browser.page()).hasURL(Pattern.compile("berkas\\?dari=2033-03-03&sampai=2033-03-03"));
            assertThat(browser.page().getByText("1 cocok")).isVisible();
        }
    }

    private static Stream<CaseMoved> request(Instant begun) {
        UUID id = UUID.randomUUID();
        return Stream.of(moved(id, null, 6, begun), moved(id, 6, null, begun.plusSeconds(60)));
    }

    private static CaseMoved moved(UUID id, @Nullable Integer ended, @Nullable Integer begun, Instant at) {
        WaitingFor party = begun == null ? WaitingFor.NOBODY : WaitingFor.OFFICE;
        return new CaseMoved(
                id, "bandung-31-2023", "UJI/" + id, new OfficeCode("DINAS"), ended, begun, party, at, Actor.PORTAL);
    }
}
