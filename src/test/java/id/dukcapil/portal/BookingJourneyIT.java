package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A day of the print queue in a real browser: the planner, the BDS app, the counter (SOP Bandung 28/2024). */
@ServerTest
class BookingJourneyIT {

    /** The settable clock stands at 09.00 WIB of this Monday. */
    private static final String TODAY = "2026-11-23";

    private static final int ALREADY_BOOKED = 409;

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void thePlannerRaisesTheQuotaOfADay() {
        try (var browser = new Browser(address(), 1280, 900)) {
            Page page = browser.page();
            browser.signIn("perencana");
            browser.open("Kalender kuota");
            page.getByRole(AriaRole.BUTTON, named("Jumat, 27 November 2026")).click();
            browser.button("Ubah kuota").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Kapasitas").fill("75");
            dialog.getByLabel("Cadangan petugas").fill("5");
            browser.button("Simpan").click();

            assertThat(page.getByText("Jumat, 27 November 2026 sudah diubah.")).isVisible();
            assertThat(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Jumat, 27 November 2026 .*\\/ 75"))))
                    .isVisible();
            browser.signOut();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void aTicketFromTheAppIsScannedFoundAndShown() throws Exception {
        String someoneElses = book().get("code").asString();
        String code = book().get("code").asString();
        try (var browser = new Browser(address(), 1280, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            browser.open("Kedatangan");
            var scan = page.getByLabel("Pindai tiket atau ketik kode booking");
            scan.fill(code);
            scan.press("Enter");
            assertThat(page.getByText(Pattern.compile("dicatat hadir, nomor antrean C-\\d{3}$")))
                    .isVisible();

            browser.open("Pemesanan");
            page.getByLabel("Cari", new Page.GetByLabelOptions().setExact(true)).fill(code);
            assertThat(page.getByText("1 cocok", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.GRIDCELL, named(someoneElses))).isHidden();
            page.getByRole(AriaRole.GRIDCELL, named(code)).click();
            browser.button("Tiket").click();
            assertThat(browser.heading("Tiket " + code)).isVisible();
            assertThat(page.getByTitle("Tiket " + code)).isVisible();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON)
                    .getByText("Tutup")
                    .click();
            browser.signOut();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void onAPhoneTheMenuIsADrawerAndTheListIsCards() throws Exception {
        JsonNode booking = book();
        try (var browser = new Browser(address(), 390, 844)) {
            Page page = browser.page();
            browser.signIn("operator");
            assertThat(browser.menuItem("Pemesanan")).not().isInViewport();
            browser.button("Buka atau tutup menu").click();
            assertThat(browser.menuItem("Pemesanan")).isInViewport();
            browser.menuItem("Pemesanan").click();
            browser.heading("Pemesanan").waitFor();

            assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Kode"))).isHidden();
            var card = page.getByText(Pattern.compile("^" + booking.get("code").asString() + " · "));
            assertThat(card).isInViewport();
            card.click();
            assertThat(browser.heading(
                            "No. %03d".formatted(booking.get("queueNumber").asInt())))
                    .isVisible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            browser.assertNothingWentWrong();
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** What the BDS app does for an applicant: takes a person of the sandbox without a booking and books a seat for today. */
    private JsonNode book() throws IOException, InterruptedException {
        JsonNode people =
                json.readTree(call("/sandbox/people?recordingStatus=PRINT_READY_RECORD&minAge=17&limit=50", null)
                        .body());
        for (JsonNode applicant : people) {
            HttpResponse<String> answer = call(
                    "/bookings",
                    json.writeValueAsString(new Request(
                            applicant.get("nik").asString(),
                            applicant.get("fullName").asString(),
                            "pemohon@contoh.id",
                            "081234567890",
                            "DINAS",
                            TODAY)));
            if (answer.statusCode() != ALREADY_BOOKED) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                return json.readTree(answer.body());
            }
        }
        throw new AssertionError("Everybody of the sandbox has a booking");
    }

    private record Request(String nik, String fullName, String email, String phone, String office, String date) {}

    private HttpResponse<String> call(String path, @Nullable String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path))
                .header("Authorization", "Bearer demo-bds");
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
