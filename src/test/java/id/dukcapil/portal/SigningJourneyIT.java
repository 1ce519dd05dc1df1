package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.submission.SignedCards;
import id.dukcapil.portal.submission.SubmissionDesk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionService;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import tools.jackson.databind.ObjectMapper;

/** A Kartu Keluarga is signed on a phone and looked at by somebody without an account (SOP Bandung 31/2023, step 8). */
@ServerTest
class SigningJourneyIT {

    private static final String DESPITE = "Surat keterangan diperlihatkan di loket";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SigningRegister register;

    @Autowired
    DocumentStore store;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SecurityContextHolderStrategy security;

    @Test
    void theHeadOfTheOfficeSignsOnAPhoneAndAnybodyCanVerify() throws Exception {
        SubmissionNumber number = verified();
        try (var browser = new Browser("http://localhost:" + port, 390, 844)) {
            Page page = browser.page();
            browser.signIn("kadis");
            page.navigate("/ruang-tanda-tangan?cari=" + number);
            page.getByText("Pilih semua").click();
            assertThat(page.getByText("1 dokumen dipilih")).isVisible();
            button(page, "Periksa dan tanda tangani").click();
            type(page, "bukan-ini");
            assertThat(page.getByText("Passphrase salah").first()).isVisible();
            assertThat(status(number)).isEqualTo("AWAITING_SIGNATURE");
            type(page, "demo-tte");
            assertThat(page.getByText("1 dari 1 dokumen ditandatangani")).isVisible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(status(number)).isEqualTo("SIGNED");
            browser.signOut();

            SigningDocumentDetails document = document(number);
            page.navigate("/verifikasi/" + document.code());
            assertThat(page.getByText(number.value())).isVisible();
            assertThat(page.getByText("Dra. Hj. Ratna Komala, M.Si.").first()).isVisible();
            byte[] changed =
                    store.read(Objects.requireNonNull(document.signature()).digest());
            changed[changed.length / 3] ^= 1;
            page.navigate("/verifikasi");
            page.locator("input[type=file]").setInputFiles(new FilePayload("kk.pdf", "application/pdf", changed));
            page.locator("form:has(input[type=file]) button").click();
            assertThat(page.getByText("berubah").first()).isVisible();
            browser.assertNothingWentWrong();
        }
    }

    private static void type(Page page, String passphrase) {
        Locator field = page.locator("portal-passphrase input");
        field.fill(passphrase);
        field.press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private SubmissionNumber verified() throws Exception {
        var number = new SubmissionNumber(new IkdApplication("http://localhost:" + port, json, jdbc).handIn("I.B.3"));
        SubmissionDetails request =
                as("operator", () -> submissions.find(number).orElseThrow());
        SubmissionDetails checked = as(
                "operator", () -> desk.check(number, request.version(), DESPITE).orElseThrow());
        as("verifikator", () -> desk.verify(number, checked.version(), DESPITE).orElseThrow());
        return number;
    }

    private SigningDocumentDetails document(SubmissionNumber number) {
        return as("kadis", () -> register.of(SignedCards.KIND, number.value()).getLast());
    }

    private String status(SubmissionNumber number) {
        return as("kadis", () -> submissions.find(number).orElseThrow())
                .status()
                .name();
    }

    private <T> T as(String username, Supplier<T> work) {
        var account = accounts.loadUserByUsername(username);
        var context = security.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        security.setContext(context);
        try {
            return work.get();
        } finally {
            security.clearContext();
        }
    }
}
