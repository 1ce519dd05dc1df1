package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator opens an office and staffs it, from nothing but the screens; its people start to work there. */
@ServerTest
class NewOfficeJourneyIT {

    private static final String OFFICE = "Gerai Pelayanan Ciwidey";
    private static final String OWN_PASSWORD = "kopi pahit di lereng Patuha";

    @LocalServerPort
    int port;

    @Test
    void anOfficeIsOpenedStaffedAndWorks() {
        try (var browser = new Browser("http://localhost:" + port, 1440, 900)) {
            browser.signIn("admin");
            openOffice(browser);
            setItsHours(browser);
            String planner = hire(browser, "Ujang Permana, S.Kom.", "ujang.permana", "Perencana");
            String operator = hire(browser, "Euis Komariah, A.Md.", "euis.komariah", "Operator layanan");
            browser.signOut();

            startWork(browser, "ujang.permana", planner);
            setItsQuota(browser);
            browser.signOut();

            startWork(browser, "euis.komariah", operator);
            browser.open("Kedatangan");
            assertThat(browser.page().getByText(OFFICE).first()).isVisible();
            // When the page takes the focus, a menu that is open meanwhile closes
            assertThat(browser.page().getByLabel("Pindai tiket atau ketik kode booking"))
                    .isFocused();
            browser.signOut();
            browser.assertNothingWentWrong();
        }
    }

    private static void openOffice(Browser browser) {
        browser.open("Kantor & jam layanan");
        browser.button("Tambah kantor").click();
        Locator dialog = dialog(browser);
        dialog.getByLabel("Kode").fill("GERAI1");
        dialog.getByLabel("Nama kantor").fill(OFFICE);
        dialog.getByLabel("Alamat").fill("Jalan Raya Ciwidey 12");
        browser.button("Simpan").click();
        assertThat(browser.page().getByText("Kantor " + OFFICE + " (GERAI1) ditambahkan."))
                .isVisible();
    }

    private static void setItsHours(Browser browser) {
        browser.button("Jam layanan").click();
        browser.button("Simpan jam").click();
        assertThat(dialog(browser)).isHidden();
    }

    /** @return the initial password, which is shown only once */
    private static String hire(Browser browser, String name, String username, String role) {
        browser.open("Pegawai");
        browser.button("Pegawai baru").click();
        Locator dialog = dialog(browser);
        dialog.getByLabel("Nama lengkap dengan gelar").fill(name);
        dialog.getByLabel("Nama pengguna").fill(username);
        choose(browser, "Kantor", OFFICE);
        choose(browser, "Peran", role);
        browser.button("Buat akun").click();
        assertThat(browser.heading("Kata sandi awal untuk " + name)).isVisible();
        String password = browser.page().locator(".issued-password").innerText();
        browser.button("Sudah dicatat").click();
        assertThat(browser.page().locator(".issued-password")).isHidden();
        return password;
    }

    private static void choose(Browser browser, String field, String option) {
        Locator box = dialog(browser).getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(field));
        box.fill(option);
        browser.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
        box.press("Tab");
    }

    private static void startWork(Browser browser, String username, String initialPassword) {
        browser.signIn(username, initialPassword);
        assertThat(browser.heading("Buat kata sandi Anda sendiri")).isVisible();
        browser.page().getByLabel("Kata sandi baru", exactly()).fill(OWN_PASSWORD);
        browser.page().getByLabel("Ulangi kata sandi baru", exactly()).fill(OWN_PASSWORD);
        browser.button("Simpan dan lanjutkan").click();
        assertThat(browser.menuItem("Beranda")).isVisible();
    }

    private static void setItsQuota(Browser browser) {
        browser.open("Kalender kuota");
        browser.page()
                .getByRole(AriaRole.BUTTON, named(Pattern.compile("^Selasa, 24 November 2026")))
                .click();
        browser.button("Ubah kuota").click();
        dialog(browser).getByLabel("Kapasitas").fill("20");
        browser.button("Simpan").click();
        assertThat(browser.page().getByText("Selasa, 24 November 2026 sudah diubah."))
                .isVisible();
    }

    private static Locator dialog(Browser browser) {
        return browser.page().getByRole(AriaRole.DIALOG);
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
