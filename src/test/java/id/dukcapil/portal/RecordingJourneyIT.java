package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingScenario;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person hands a file over, is recorded by another operator, and follows the card with the code of the receipt. */
@ServerTest
class RecordingJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    RecordingScenario given;

    @Autowired
    HallScenario hall;

    @Test
    void aPersonIsRegisteredCheckedRecordedAndFollowsTheCard() {
        Nik nik = given.somebody();
        String address = "http://localhost:" + port;
        try (var registration = new Browser(address, 1440, 900);
                var recording = new Browser(address, 1440, 900);
                var telephone = new Browser(address, 390, 844)) {
            String number = register(registration, nik);
            record(recording, number);
            RecordingDetails recorded = given.now(number);
            receipt(recording, recorded);

            telephone.page().navigate("/status/" + recorded.code());
            assertThat(telephone.heading("Status perekaman KTP-el")).isVisible();
            assertThat(telephone.page().getByText("UKL Kecamatan Soreang")).isVisible();
            Assertions.assertThat(telephone.page().content()).doesNotContain(recorded.name(), nik.masked());
            registration.assertNothingWentWrong();
            recording.assertNothingWentWrong();
            telephone.assertNothingWentWrong();
        }
    }

    @Test
    void aCallLeadsToTheRecordingOfItsPerson() {
        OfficeCode office = hall.anOffice();
        hall.hall.settings(office);
        hall.aDesk(office, 2, ServiceCode.REGISTRASI);
        hall.of(office, ServiceCode.REGISTRASI, given.somebody());
        try (var counter = new Browser("http://localhost:" + port, 1440, 900)) {
            Page page = counter.page();
            counter.signIn(given.operator("registrasi", office.value()));
            counter.open("Antrean & loket");
            counter.button("Buka Loket 2").click();
            assertThat(counter.heading("Loket 2")).isVisible();
            page.keyboard().press("Enter");
            assertThat(counter.button("Sudah di loket")).isVisible();
            page.keyboard().press("Enter");
            assertThat(page.getByText("sedang dilayani")).isVisible();
            page.keyboard().press("b");
            assertThat(counter.heading("Langkah 1 · Serahkan berkas")).isVisible();
            counter.arriveAt(Pattern.compile(".*/perekaman/PRK-.*"));
            page.goBack();
            assertThat(counter.heading("Loket 2")).isVisible();
            assertThat(page.getByText("sedang dilayani")).isVisible();
            counter.assertNothingWentWrong();
        }
    }

    /** Steps 1 and 2, with the keyboard. */
    private static String register(Browser browser, Nik nik) {
        Page page = browser.page();
        browser.signIn(RecordingScenario.REGISTRATION);
        browser.open("Perekaman KTP-el");
        var scan = page.getByLabel("Pindai berkas, atau ketik NIK");
        scan.fill(nik.value());
        scan.press("Enter");
        page.waitForURL(Pattern.compile(".*/perekaman/PRK-.*"));
        String number = page.url().replaceFirst(".*/", "");
        browser.heading("Langkah 1 · Serahkan berkas").waitFor();
        page.keyboard().press("1");
        browser.heading("Langkah 2 · Periksa persyaratan, cek iris/sidik jari").waitFor();
        for (var paper : page.getByRole(AriaRole.CHECKBOX).all()) {
            paper.check();
        }
        browser.button("Persyaratan benar").click();
        assertThat(page.getByText("Hasil cek di BcardManagement?")).isVisible();
        page.keyboard().press("1");
        assertThat(page.getByText("terbuka setelah serah terima")).isVisible();
        return number;
    }

    /** Step 3: a scan of the file is the hand-over. */
    private static void record(Browser browser, String number) {
        Page page = browser.page();
        browser.signIn(RecordingScenario.RECORDING);
        browser.open("Perekaman KTP-el");
        var scan = page.getByLabel("Pindai berkas, atau ketik NIK");
        scan.fill(number);
        scan.press("Enter");
        browser.heading("Langkah 3 · Perekaman di Benrollment").waitFor();
        assertThat(page.getByText("dipegang Yayah Rokayah")).isVisible();
        page.keyboard().press("1");
        browser.heading("Langkah 4 · Berkas kembali dengan bukti").waitFor();
    }

    private static void receipt(Browser browser, RecordingDetails recorded) {
        Page page = browser.page();
        page.keyboard().press("b");
        assertThat(browser.heading("Tanda bukti perekaman " + recorded.receipt()))
                .isVisible();
        var receipt = page.waitForDownload(() -> page.getByText("Unduh", new Page.GetByTextOptions().setExact(true))
                .click());
        Assertions.assertThat(receipt.suggestedFilename()).isEqualTo("tanda-bukti-%s.pdf".formatted(recorded.number()));
        Assertions.assertThat(receipt.path())
                .content(StandardCharsets.ISO_8859_1)
                .startsWith("%PDF-");
    }
}
