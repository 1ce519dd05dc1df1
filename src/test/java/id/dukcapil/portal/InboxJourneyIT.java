package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import id.dukcapil.portal.documents.upload.BroughtFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** A request for a family card from the channel to the signature, worked by keyboard (SOP Bandung 31/2023, steps 4 to 7). */
@ServerTest
class InboxJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Test
    void operatorAndVerifierWorkARequestByKeyboard() throws Exception {
        String number = handIn();
        try (var browser = new Browser(address(), 1440, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/kotak-masuk?cari=" + number);
            assertThat(page.getByText("1 cocok")).isVisible();
            page.locator("h1").click();
            page.keyboard().press("j");
            assertThat(file(page, number)).isVisible();
            page.keyboard().press("Enter");
            assertThat(page.getByText("Anda pegang").first()).isVisible();
            page.keyboard().press("1");
            assertThat(page.getByText("1 dari 2 diperiksa")).isVisible();
            page.keyboard().press("2");
            assertThat(page.getByText("2 dari 2 diperiksa")).isVisible();
            page.keyboard().press("a");
            sayWhy(page, "Surat hilang diperlihatkan di loket");
            assertThat(page.getByText("Permohonan %s diteruskan ke verifikator.".formatted(number)))
                    .isVisible();
            browser.signOut();

            browser.signIn("verifikator");
            openInbox(browser);
            page.keyboard().press("n");
            assertThat(file(page, number)).isVisible();
            assertThat(page.getByText("Anda pegang").first()).isVisible();
            page.keyboard().press("1");
            assertThat(page.getByText("1 dari 1 diperiksa")).isVisible();
            page.keyboard().press("?");
            assertThat(browser.heading("Tombol pintas")).isVisible();
            page.keyboard().press("Escape");
            assertThat(browser.heading("Tombol pintas")).isHidden();
            page.keyboard().press("a");
            sayWhy(page, "Salinan ada di map berkas");
            assertThat(page.getByText("Permohonan %s disetujui dan menunggu tanda tangan.".formatted(number)))
                    .isVisible();
            browser.signOut();
            browser.assertNothingWentWrong();
        }
        assertThat(status(number)).isEqualTo("AWAITING_SIGNATURE");
    }

    @Test
    void aPaperIsRefusedInWordsBroughtLookedAtEnlargedAndTurned() throws Exception {
        byte[] script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        String number = handIn();
        try (var browser = new Browser(address(), 1440, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/permohonan/" + number);
            page.getByText("Tambah lampiran").click();
            Locator file = page.locator("vaadin-upload input[type=file]");
            file.setInputFiles(new FilePayload("surat.svg", "image/svg+xml", script));
            assertThat(refusal(page, "Hanya PDF, JPEG, atau PNG yang diterima")).isVisible();
            file.setInputFiles(new FilePayload("surat.png", "image/png", script));
            assertThat(refusal(page, "Isi berkas ini bukan PDF, JPEG, atau PNG, apa pun namanya"))
                    .isVisible();
            file.setInputFiles(new FilePayload("besar.jpg", "image/jpeg", new byte[6 << 20]));
            assertThat(refusal(page, "Berkas lebih besar dari 5 MB")).isVisible();
            file.setInputFiles(new FilePayload("surat.jpg", "image/jpeg", BroughtFiles.photograph(1280, 960, 1)));

            Locator paper = page.locator(".paper-list button");
            assertThat(paper).containsText("Surat keterangan hilang dari kepolisian");
            Locator picture = page.locator("portal-paper img");
            assertThat(picture).hasAttribute("src", Pattern.compile("^blob:"));
            double fitting = picture.boundingBox().width;
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Perbesar (tombol +)"))
                    .click();
            assertThat(picture.boundingBox().width).isGreaterThan(fitting * 1.2);
            page.locator("portal-paper .paper-stage").press("r");
            assertThat(picture).hasAttribute("style", Pattern.compile("rotate\\(90deg\\)"));
            page.locator("portal-paper .paper-stage").press("0");
            assertThat(page.locator("portal-paper a")).hasCount(0);
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void arrowsMoveTheSelectionWhileTheListHasTheFocus() throws Exception {
        handIn();
        handIn();
        try (var browser = new Browser(address(), 1440, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/kotak-masuk?urut=NEWEST");
            page.locator(".inbox-line").first().click();
            Locator heading = page.locator("aside h2, aside h3").first();
            assertThat(heading).containsText("KK-");
            String first = heading.textContent();
            page.keyboard().press("ArrowDown");
            assertThat(heading).not().hasText(first);
            page.keyboard().press("k");
            assertThat(heading).hasText(first);
            page.keyboard().press("Enter");
            assertThat(page.getByText("Anda pegang").first()).isVisible();
            page.keyboard().press("l");
            assertThat(page.locator("aside").getByText("Anda pegang")).hasCount(0);
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheSessionHasEnded() throws Exception {
        String number = handIn();
        try (var browser = new Browser(address(), 1280, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/kotak-masuk?antrean=ALL&nomor=" + number);
            assertThat(file(page, number)).isVisible();
            page.keyboard().press("p");
            Locator note = page.getByLabel("Keterangan untuk pemohon");
            note.pressSequentially("Foto ijazah terpotong di sisi kanan");
            page.context().clearCookies();
            browser.expect(401);
            browser.expect(403);
            browser.signIn("operator");
            page.navigate("/kotak-masuk?antrean=ALL&nomor=" + number);
            assertThat(file(page, number)).isVisible();
            page.keyboard().press("p");
            assertThat(page.getByLabel("Keterangan untuk pemohon")).hasValue("Foto ijazah terpotong di sisi kanan");
            page.getByLabel("Lampiran tidak terbaca").check();
            returnToApplicant(page);
            assertThat(page.getByText("Permohonan %s dikembalikan; pemohon diberi tahu.".formatted(number)))
                    .isVisible();
        }
        assertThat(status(number)).isEqualTo("RETURNED_TO_APPLICANT");
    }

    @Test
    void aDecisionWhoseAnswerIsLostOnTheWayIsMadeOnceAndTold() throws Exception {
        String number = handIn();
        try (var browser = new Browser(address(), 1280, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/kotak-masuk?antrean=ALL&nomor=" + number);
            assertThat(file(page, number)).isVisible();
            page.keyboard().press("p");
            page.getByLabel("Lampiran tidak terbaca").check();

            var lost = new AtomicInteger();
            page.route(url -> url.contains("v-r=uidl"), route -> {
                if (lost.getAndIncrement() > 0) {
                    route.resume();
                    return;
                }
                // The server has carried it out, and nobody hears of it
                route.fetch();
                route.abort("connectionreset");
            });
            returnToApplicant(page);
            assertThat(page.getByText("Permohonan %s dikembalikan; pemohon diberi tahu.".formatted(number)))
                    .isVisible();
            assertThat(lost).hasValueGreaterThan(1);
        }
        assertThat(status(number)).isEqualTo("RETURNED_TO_APPLICANT");
        assertThat(jdbc.sql("""
                        SELECT COUNT(*) FROM submission_transition t JOIN submission_request r ON r.id = t.submission_id
                        WHERE r.number = ? AND t.action = 'RETURN_TO_APPLICANT'""").param(number).query(Integer.class).single()).isOne();
    }

    @Test
    void onAPhoneTheListIsCardsAndTheFileTakesTheScreen() throws Exception {
        String number = handIn();
        try (var browser = new Browser(address(), 390, 844)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/kotak-masuk?cari=" + number);
            page.getByText(number).first().click();
            assertThat(file(page, number)).isInViewport();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            browser.assertNothingWentWrong();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "720, 450"})
    void onAPhoneAndAtTwoHundredPercentTheDecisionsAreAlwaysAtHand(int width, int height) throws Exception {
        String number = handIn();
        try (var browser = new Browser(address(), width, height)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/kotak-masuk?antrean=ALL&nomor=" + number);
            assertThat(file(page, number)).isVisible();
            Locator pass = browser.button("Teruskan ke verifikator");
            assertThat(pass).isInViewport();
            assertThat(browser.button("Tolak")).isHidden();
            browser.button("Lainnya").click();
            assertThat(browser.button("Tolak")).isInViewport();
            browser.button("Lainnya").click();
            page.getByText("Riwayat").scrollIntoViewIfNeeded();
            assertThat(pass).isInViewport();
            assertThat(page.locator(".inbox-grid")).isHidden();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void theFirstPaperLiesOpenBesideTheDataAndTheOtherAsASmallPicture() throws Exception {
        String number = handIn();
        try (var browser = new Browser(address(), 1440, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/permohonan/" + number);
            page.getByText("Tambah lampiran").click();
            Locator upload = page.locator("vaadin-upload input[type=file]");
            Locator small = page.locator(".paper-list button > img");
            upload.setInputFiles(new FilePayload("surat.jpg", "image/jpeg", BroughtFiles.photograph(1280, 960, 1)));
            assertThat(small).hasCount(1);
            upload.setInputFiles(new FilePayload("surat.png", "image/png", BroughtFiles.png(640, 480)));
            assertThat(small).hasCount(2);

            page.navigate("/kotak-masuk?antrean=ALL&nomor=" + number);
            assertThat(page.locator("portal-paper img")).isInViewport();
            assertThat(page.locator(".case-table").first()).isInViewport();
            assertThat(small.last()).hasJSProperty("complete", true);
            Locator papers = page.locator(".paper-list button");
            assertThat(papers.first()).hasAttribute("aria-current", "true");
            page.keyboard().press("b");
            assertThat(papers.last()).hasAttribute("aria-current", "true");
            assertThat(page.getByText("✓ sudah Anda buka")).hasCount(2);
            browser.assertNothingWentWrong();
        }
    }

    /** The words on the page; a screen reader gets them a second time, for a moment, in an alert of their own. */
    private static Locator refusal(Page page, String words) {
        return page.locator("vaadin-details p").getByText(words);
    }

    /** The request has no attachment, so passing it needs a reason. */
    private static void sayWhy(Page page, String reason) {
        assertThat(page.getByText("Lampiran wajib belum ada")).isVisible();
        page.getByLabel("Alasan tetap meneruskan").fill(reason);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Teruskan dengan alasan"))
                .click();
    }

    private static void returnToApplicant(Page page) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Kembalikan ke pemohon"))
                .click();
    }

    private static void openInbox(Browser browser) {
        browser.menuItem("Kotak masuk").click();
        browser.heading("Kotak masuk verifikasi").waitFor();
    }

    private static Locator file(Page page, String number) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(number + " · "));
    }

    private String status(String number) {
        return jdbc.sql("SELECT status FROM submission_request WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private String handIn() throws IOException, InterruptedException {
        return new IkdApplication(address(), json, jdbc).handIn("I.C.1");
    }
}
