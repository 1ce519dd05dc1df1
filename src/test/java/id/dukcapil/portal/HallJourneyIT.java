package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Devices;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person takes a number at the machine; a clerk calls it; the board in the waiting room shows and says it. */
@ServerTest
class HallJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    HallScenario given;

    @Autowired
    Devices devices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

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

    @Test
    void aBoardThatWasCutSaysSinceWhenAndIsRightWithinThreeSecondsAfterwards() {
        OfficeCode office = given.anOffice();
        var clerk = given.clerk(office, 1);
        Ticket first = given.walkIn(office, ServiceCode.CETAK_KTP);
        Ticket second = given.walkIn(office, ServiceCode.CETAK_KTP);
        String board = given.as("manajer", () -> devices.admit(office, Kind.BOARD, "TV"));
        try (var television = new Browser("http://localhost:" + port, 1920, 1080)) {
            Page waitingRoom = television.page();
            waitingRoom.navigate(board);
            waitingRoom.locator("#start").click();
            clerk.calls();
            assertThat(waitingRoom.locator("body")).hasAttribute("data-spoken", first.label());
            clerk.finishes(first);

            // The stream ends at the server, which refuses the board until it is admitted again
            admitBoards(office, false);
            clerk.calls();
            assertThat(waitingRoom.locator("body")).hasClass("is-cut");
            assertThat(waitingRoom.locator("#cut-since")).hasText("Terputus sejak 09.00");
            assertThat(waitingRoom.locator("#headline")).hasText("Panggilan terakhir yang diterima, 09.00");
            assertThat(waitingRoom.locator("#number")).hasText(first.label());

            clock.advance(Duration.ofSeconds(70));
            admitBoards(office, true);
            assertThat(waitingRoom.locator("#number")).hasText(second.label());
            assertThat(waitingRoom.locator("body")).not().hasClass("is-cut");
            assertThat(waitingRoom.locator("#headline")).hasText("Dipanggil 09.00");
            assertThat(waitingRoom.locator("body")).hasAttribute("data-spoken", first.label());
        } finally {
            clock.reset();
        }
    }

    private void admitBoards(OfficeCode office, boolean admitted) {
        jdbc.sql(
                        "UPDATE counter_device SET revoked_at = IF(?, NULL, created_at) WHERE office_code = ? AND kind = 'BOARD'")
                .params(admitted, office.value())
                .update();
    }

    @Test
    void aMachineWithoutPaperShowsTheNumberAndAClerkIsCalled() {
        OfficeCode office = given.anOffice();
        String clerk = given.aClerk(office, "operator");
        String kiosk = given.as("manajer", () -> devices.admit(office, Kind.KIOSK, "Mesin pintu"));
        String address = "http://localhost:" + port;
        try (var machine = new Browser(address, 1080, 1920);
                var counter = new Browser(address, 1440, 900)) {
            Page screen = machine.page();
            screen.addInitScript(
                    "window.print = () => document.body.dataset.printed = 1 + Number(document.body.dataset.printed ?? 0)");
            screen.navigate(kiosk);
            machine.button("Panggil petugas").click();
            assertThat(machine.button("Petugas sudah dipanggil")).isDisabled();
            screen.locator("[data-service=CETAK_KTP]").click();
            assertThat(screen.locator("body")).hasAttribute("data-printed", "1");
            machine.button("Kertas tidak keluar").click();
            assertThat(screen.getByText("Nomor Anda tetap sah.")).isVisible();
            screen.locator("#close").click();
            assertThat(screen.getByText("Kertas habis. Nomor tampil di layar")).isVisible();
            screen.locator("[data-service=CETAK_KTP]").click();
            assertThat(screen.locator("#number")).hasText("C-002");
            assertThat(screen.getByText("Nomor Anda tetap sah.")).isVisible();
            assertThat(screen.locator("body")).hasAttribute("data-printed", "1");

            counter.signIn(clerk);
            counter.open("Antrean & loket");
            assertThat(counter.page().getByText("memanggil petugas sejak 09.00"))
                    .isVisible();
            counter.button("Kertas sudah diisi").click();
            assertThat(counter.page().getByText("kertas habis")).isHidden();
            counter.button("Sudah didatangi").click();
            assertThat(counter.page().getByText("Mesin pintu")).isHidden();
            machine.assertNothingWentWrong();
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
