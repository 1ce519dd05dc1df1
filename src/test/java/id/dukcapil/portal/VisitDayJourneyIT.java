package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.dukcapil.portal.visits.day.DayScenario;
import id.dukcapil.portal.visits.visit.VisitDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A visit is worked on a tablet whose clock is days off, while the line is cut and the page reloaded; then the school signs. */
@ServerTest
class VisitDayJourneyIT {

    private static final String LEFT_ON_THE_TABLET = """
            () => new Promise(done => { const opening = indexedDB.open('hari-h', 1); opening.onsuccess = () => {
              const read = opening.result.transaction(['sheets', 'operations']);
              const sheets = read.objectStore('sheets').getAll(), waiting = read.objectStore('operations').count();
              read.oncomplete = () => done(JSON.stringify([sheets.result.flatMap(one => one.sheet.rows), waiting.result])); }; })""";

    @LocalServerPort
    int port;

    @Autowired
    DayScenario given;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aVisitGoesOnWithoutALineAndItsSumsAgree() throws Exception {
        VisitDetails visit = given.today(6);
        try (var tablet = new Browser("http://localhost:" + port, 1024, 768)) {
            tablet.signIn("perekaman");
            Page page = tablet.page();
            page.navigate("/hari-h/" + visit.number());
            assertThat(page.locator(".pu")).hasCount(6);
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            assertThat(Axe.findings(page)).isEmpty();
            record(page, 0);
            assertThat(page.locator(".pu").first()).containsText("terkirim");

            page.context().setOffline(true);
            record(page, 1);
            row(page, 2, "Tidak hadir").click();
            assertThat(page.locator(".pu").nth(2)).containsText("di tablet");
            page.reload();
            assertThat(page.locator(".pu")).hasCount(6);
            assertThat(page.locator(".net")).containsText("3 tersimpan di tablet, menunggu jaringan");
            row(page, 3, "Beda …").click();
            page.getByLabel("Menurut akta kelahiran").fill("12 September 2010");
            page.getByLabel("Bukti: nomor akta").fill("3204-LT-0007");
            tablet.button("Simpan koreksi").click();
            row(page, 3, "Gagal …").click();
            tablet.button("Simpan").click();
            assertThat(page.locator(".pu").nth(3)).containsText("gagal");

            page.context().setOffline(false);
            assertThat(page.locator(".net")).isHidden();
            assertThat(page.locator(".pu").nth(3)).containsText("terkirim");
            scan(page, 4);
            tablet.button("Sisanya tidak hadir …").click();
            tablet.button("Catat tidak hadir").click();
            assertThat(page.getByText("Semua siswa punya hasil dan terkirim")).isVisible();
            sign(tablet);
            assertThat(tablet.heading("Kunjungan ditutup")).isVisible();
            assertThat(page.evaluate(LEFT_ON_THE_TABLET)).isEqualTo("[[],0]");
        }
        assertThat(outcomes(visit)).containsExactly("ABSENT 2", "FAILED 1", "RECORDED 3");
        assertThat(places(visit)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    private static Locator row(Page page, int place, String button) {
        return page.locator(".pu")
                .nth(place)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button));
    }

    private static void record(Page page, int place) {
        row(page, place, "SIAK sama").click();
        row(page, place, "Terekam").click();
        assertThat(page.locator(".pu").nth(place)).containsText("terekam");
    }

    /** The card of the school and two digits. */
    private static void scan(Page page, int place) {
        String pupil = page.locator(".pu").nth(place).getAttribute("data-id");
        Object nisn = page.evaluate("id => document.querySelector('visit-day').rows.get(id).nisn", pupil);
        for (String typed : List.of(String.valueOf(nisn), "1", "1")) {
            page.locator("#scan").fill(typed);
            page.locator("#scan").press("Enter");
            page.waitForTimeout(150);
        }
        assertThat(page.locator(".pu").nth(place)).containsText("terekam");
    }

    private static void sign(Browser tablet) {
        Page page = tablet.page();
        tablet.button("Tanda tangan dan tutup …").click();
        page.getByLabel("Nama", new Page.GetByLabelOptions().setExact(true)).fill("Yayah Rohayati");
        var field = page.locator("portal-signature svg").boundingBox();
        page.mouse().move(field.x + 40, field.y + 40);
        page.mouse().down();
        page.mouse().move(field.x + 120, field.y + 70);
        page.mouse().up();
        tablet.button("Tutup dan hapus dari tablet").click();
    }

    private List<String> outcomes(VisitDetails visit) {
        return jdbc.sql("""
                        SELECT CONCAT(outcome, ' ', COUNT(*)) FROM visits_outcome WHERE visit_id = ? GROUP BY outcome
                        ORDER BY outcome""").param(visit.id()).query((row, number) -> row.getString(1)).list().stream()
                .map(String::valueOf)
                .toList();
    }

    private List<Integer> places(VisitDetails visit) {
        return jdbc.sql("SELECT seq FROM visits_operation WHERE visit_id = ? ORDER BY id")
                .param(visit.id())
                .query((row, number) -> row.getInt(1))
                .list();
    }
}
