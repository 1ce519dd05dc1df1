package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator takes requests in at the counter without a mouse, as fast as somebody types who does not look up. */
@ServerTest
class IntakeJourneyIT {

    private record Head(String nik, String name, String family) {}

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void fromTheNikToTheReceiptByKeyboardAlone() {
        Head head = head();
        try (var browser = new Browser("http://localhost:" + port, 1440, 900)) {
            Page page = openForm(browser);
            page.keyboard().type(head.nik());
            page.keyboard().press("Tab");
            page.keyboard().type(head.family());
            page.keyboard().press("Tab");
            page.keyboard().type("ib3");
            page.keyboard().press("Tab");
            page.keyboard().type("Pekerjaan berubah");
            page.keyboard().press("Tab");
            page.keyboard().type("081234567890");
            page.keyboard().press("Tab");
            page.keyboard().type("pemohon@contoh.id");
            page.keyboard().press("Enter");

            assertThat(page.getByText("Permohonan diterima dan menunggu pemeriksaan"))
                    .isVisible();
            assertThat(browser.button("Permohonan berikutnya")).isFocused();
            page.keyboard().press("Enter");
            assertThat(field(page, "NIK pemohon")).isFocused();
            assertThat(field(page, "NIK pemohon")).hasValue("");
            browser.assertNothingWentWrong();
        }
        assertThat(requestOf(head))
                .containsEntry("family_number", head.family())
                .containsEntry("reason_code", "I.B.3")
                .containsEntry("note", "Pekerjaan berubah")
                .containsEntry("phone", "081234567890")
                .containsEntry("email", "pemohon@contoh.id");
    }

    @Test
    void anAnswerThatComesLateTakesTheFocusFromNoField() {
        Head head = head();
        try (var browser = new Browser("http://localhost:" + port, 1440, 900)) {
            Page page = openForm(browser);
            page.keyboard().type(head.nik());
            var held = new ArrayList<Route>();
            var late = new AtomicBoolean(true);
            page.route(url -> url.contains("v-r=uidl"), asked -> {
                if (late.get()) {
                    held.add(asked);
                } else {
                    asked.resume();
                }
            });
            page.keyboard().press("Tab");
            page.keyboard().type(head.family().substring(0, 8));
            // After unroute the browser may send the held requests itself, and resume would send them again
            late.set(false);
            held.forEach(Route::resume);
            assertThat(page.getByText(head.name())).isVisible();
            assertThat(field(page, "Nomor KK")).isFocused();
            page.keyboard().type(head.family().substring(8));
            assertThat(field(page, "Nomor KK")).hasValue(head.family());
            assertThat(field(page, "NIK pemohon")).hasValue(head.nik());
        }
    }

    @Test
    void aNumberThatCannotBeOneIsToldBeforeTheNextFieldIsFilled() {
        try (var browser = new Browser("http://localhost:" + port, 1440, 900)) {
            Page page = openForm(browser);
            page.keyboard().type("320437170");
            assertThat(finding(page, "NIK harus 16 angka")).isHidden();
            page.keyboard().type("x");
            assertThat(finding(page, "NIK hanya boleh berisi angka")).isVisible();
            page.keyboard().press("Backspace");
            page.keyboard().press("Tab");
            assertThat(finding(page, "NIK harus 16 angka, yang dimasukkan 9 angka."))
                    .isVisible();
            page.keyboard().type("3204374508110001");
            assertThat(finding(page, "Nomor KK memuat tanggal yang tidak ada")).isVisible();
            assertThat(field(page, "Nomor KK")).isFocused();
            browser.assertNothingWentWrong();
        }
    }

    private static Page openForm(Browser browser) {
        browser.signIn("operator");
        browser.page().navigate("/permohonan-baru");
        assertThat(field(browser.page(), "NIK pemohon")).isFocused();
        return browser.page();
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** At its field; a screen reader gets the same words a second time. */
    private static Locator finding(Page page, String words) {
        return page.locator("[slot=error-message]").getByText(words);
    }

    /** Of a family that has never asked for anything. */
    private Head head() {
        return jdbc.sql("""
                        SELECT nik, full_name, family_number FROM population_person WHERE relationship = 1
                          AND family_number NOT IN
                            (SELECT family_number FROM submission_request WHERE family_number IS NOT NULL)
                        ORDER BY nik DESC LIMIT 1""")
                .query((row, number) -> new Head(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    private Map<String, @Nullable Object> requestOf(Head head) {
        return jdbc.sql("""
                        SELECT family_number, reason_code, note, phone, email FROM submission_request
                        WHERE applicant_nik = ?""").param(head.nik()).query().singleRow();
    }
}
