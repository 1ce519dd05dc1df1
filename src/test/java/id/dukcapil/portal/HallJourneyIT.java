package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Devices;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person takes a number at the machine; a clerk calls it; the board in the waiting room shows and says it. */
@ServerTest
class HallJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    HallScenario given;

    @Autowired
    Devices devices;

    @Test
    void fiftyTouchesAreOneNumberAndItsCallIsOnTheBoard() {
        OfficeCode office = given.anOffice();
        String clerk = given.aClerk(office, "operator");
        String kiosk = given.as("manajer", () -> devices.admit(office, Kind.KIOSK, "Mesin"));
        String board = given.as("manajer", () -> devices.admit(office, Kind.BOARD, "TV"));
        String address = "http://localhost:" + port;
        try (var machine = new Browser(address, 1080, 1920);
                var television = new Browser(address, 1920, 1080);
                var counter = new Browser(address, 1440, 900)) {
            touchFiftyTimes(machine.page(), kiosk);
            assertThat(given.rows.waiting(office, given.hall.today(given.hall.office(office))))
                    .hasSize(1);

            Page waitingRoom = television.page();
            var sounds = new CopyOnWriteArrayList<String>();
            waitingRoom.onRequest(request -> {
                if (request.url().contains("/sounds/")) {
                    sounds.add(request.url().replaceFirst(".*/(\\w+)\\.\\w+$", "$1"));
                }
            });
            waitingRoom.navigate(board);
            assertThat(waitingRoom.locator("#headline")).hasText("Belum ada panggilan");
            waitingRoom.locator("#start").click();

            counter.signIn(clerk);
            counter.open("Antrean & loket");
            counter.button("Buka Loket 1").click();
            assertThat(counter.heading("Loket 1")).isVisible();
            counter.page().keyboard().press("Enter");
            assertThat(counter.button("Sudah di loket")).isVisible();

            assertThat(waitingRoom.locator("#number")).hasText("C-001");
            assertThat(waitingRoom.locator("#desk")).hasText("1");
            assertThat(waitingRoom.locator("body")).hasAttribute("data-spoken", "C-001");
            waitingRoom.waitForCondition(() -> sounds.contains("chime"));
            television.assertNothingWentWrong();
            counter.assertNothingWentWrong();
        }
    }

    private static void touchFiftyTimes(Page machine, String kiosk) {
        machine.addInitScript("window.print = () => {}");
        machine.navigate(kiosk);
        machine.evaluate("""
                () => { const button = document.querySelector('[data-service=CETAK_KTP]');
                        for (let i = 0; i < 50; i++) button.click(); }""");
        assertThat(machine.locator("#number")).hasText("C-001");
    }
}
