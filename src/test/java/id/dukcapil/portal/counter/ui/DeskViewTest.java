package id.dukcapil.portal.counter.ui;

import static id.dukcapil.portal.counter.ServiceCode.AKTIVASI_IKD;
import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.device.Device;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Device.Need;
import id.dukcapil.portal.counter.device.Devices;
import id.dukcapil.portal.counter.hall.HallService;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** The counter of the UKL, worked with one key. */
@WithUserDetails("registrasi")
class DeskViewTest extends Screen {

    private static final OfficeCode UKL = new OfficeCode("320437");

    @Autowired
    HallScenario given;

    @Autowired
    Devices devices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pulse pulse;

    private void beat() {
        pulse.beat();
        var session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
    }

    private void press(String key) {
        find(KeyHelp.class).single().press(key);
    }

    /** Sits at counter 1 of the UKL with these people and nobody else waiting. */
    private void sitDown() {
        given.nobodyWaitsAt(UKL);
        open(DeskView.class, Map.of());
        assertThat(page()).contains("Anda belum membuka loket");
        click("Buka Loket 1");
    }

    @Test
    void enterIsAlwaysTheNextStep() {
        sitDown();
        Ticket ticket = given.walkIn(UKL, CETAK_KTP);
        clock.advance(Duration.ofMinutes(12));
        press("Enter");
        assertThat(given.now(ticket).status()).isEqualTo(TicketStatus.CALLED);
        assertThat(page())
                .contains(
                        ticket.label(),
                        "Dipanggil karena menunggu sejak 09.00",
                        "panggilan ke-1 dari 3",
                        "Menunggu 12 mnt");
        press("u");
        assertThat(page()).contains("panggilan ke-2 dari 3");
        press("Enter");
        assertThat(given.now(ticket).status()).isEqualTo(TicketStatus.SERVING);
        press("Enter");
        assertThat(given.now(ticket).status()).isEqualTo(TicketStatus.FINISHED);
        assertThat(page()).contains("Tidak ada yang menunggu loket ini");
    }

    @Test
    void openingThePageCallsNobodyAndCallingTheNextAsksWhileAPersonIsServed() {
        sitDown();
        Ticket first = given.walkIn(UKL, CETAK_KTP);
        Ticket second = given.walkIn(UKL, CETAK_KTP);
        open(DeskView.class, Map.of());
        assertThat(given.now(first).status()).isEqualTo(TicketStatus.WAITING);
        press("p");
        press("Enter");
        press("p");
        assertThat(given.now(second).status()).isEqualTo(TicketStatus.WAITING);
        clickLast("Selesai dan panggil");
        assertThat(given.now(first).status()).isEqualTo(TicketStatus.FINISHED);
        assertThat(given.now(second).status()).isEqualTo(TicketStatus.CALLED);
    }

    @Test
    void aCallIsTakenBackByOneKeyForTenSeconds() {
        sitDown();
        Ticket ticket = given.walkIn(UKL, CETAK_KTP);
        press("Enter");
        assertThat(page()).contains("Tarik panggilan (10)");
        press("z");
        assertThat(given.now(ticket).status()).isEqualTo(TicketStatus.WAITING);
        press("Enter");
        clock.advance(Duration.ofSeconds(11));
        press("z");
        assertThat(given.now(ticket).status()).isEqualTo(TicketStatus.CALLED);
        assertThat(notice()).contains("dalam 10 detik");
    }

    @Test
    void aPersonWhoDoesNotComeIsRecordedAfterAQuestionAndComesBackOnce() {
        sitDown();
        Ticket ticket = given.walkIn(UKL, CETAK_KTP);
        press("Enter");
        press("x");
        clickLast("Catat tidak hadir");
        assertThat(given.now(ticket).status()).isEqualTo(TicketStatus.NO_SHOW);
        click("Kembali");
        assertThat(given.now(ticket).status()).isEqualTo(TicketStatus.WAITING);
    }

    @Test
    void theClerkHoldsTransfersAndGivesNumbers() {
        sitDown();
        Ticket held = given.walkIn(UKL, CETAK_KTP);
        press("Enter");
        press("t");
        assertThat(page()).contains("Ditunda");
        click("Kembali menunggu");
        press("Enter");
        press("a");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<HallService> services =
                find(RadioButtonGroup.class).all().getLast();
        services.setValue(services.getListDataView()
                .getItems()
                .filter(service -> service.code().equals(AKTIVASI_IKD))
                .findFirst()
                .orElseThrow());
        clickLast("Alihkan");
        assertThat(given.now(held).service()).isEqualTo(AKTIVASI_IKD);
        press("n");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Beri nomor antrean");
    }

    @Test
    void aPersonBecomesKnownByScanningAndIsShownMasked() {
        sitDown();
        Ticket ticket = given.walkIn(UKL, CETAK_KTP);
        press("Enter");
        find(ScanField.class).single().scan("123");
        assertThat(notice()).contains("harus 16 angka");
        String nik = jdbc.sql("SELECT nik FROM population_person ORDER BY nik DESC LIMIT 1")
                .query(String.class)
                .single();
        find(ScanField.class).single().scan(nik);
        assertThat(given.now(ticket).nik()).isEqualTo(new Nik(nik));
        assertThat(page()).doesNotContain(nik).contains(new Nik(nik).masked());
    }

    @Test
    void aNikThatIsBeingTypedStaysWhileNumbersComeIn() {
        sitDown();
        given.walkIn(UKL, CETAK_KTP);
        press("Enter");
        var field = find(ScanField.class).single();
        field.setValue("32044608");
        given.walkIn(UKL, CETAK_KTP);
        given.walkIn(UKL, CETAK_KTP);
        clock.advance(Duration.ofSeconds(20));
        beat();
        assertThat(page()).contains("Jalan 20 dtk").containsPattern("Berikutnya untuk loket ini\\D*2 orang");
        assertThat(find(ScanField.class).single()).isSameAs(field);
        assertThat(field.getValue()).isEqualTo("32044608");
    }

    @Test
    void aMachineWithoutPaperAndAPersonWhoCallsAreToldUntilAClerkHasBeenThere() {
        given.as("manajer", () -> devices.admit(UKL, Kind.KIOSK, "Mesin uji"));
        Device machine = given.as("manajer", () -> devices.of(UKL)).stream()
                .filter(one -> one.name().equals("Mesin uji"))
                .findFirst()
                .orElseThrow();
        devices.tell(machine, Need.PAPER);
        devices.tell(machine, Need.HELP);
        clock.advance(Duration.ofMinutes(5));
        devices.tell(machine, Need.PAPER);
        open(DeskView.class, Map.of());
        assertThat(page()).contains("Mesin uji", "kertas habis sejak 09.00", "memanggil petugas sejak 09.00");
        click("Kertas sudah diisi");
        click("Sudah didatangi");
        assertThat(page()).doesNotContain("Mesin uji");
        given.as("manajer", () -> {
            devices.revoke(UKL, machine.id());
            return true;
        });
    }

    @Test
    @WithUserDetails("kadis")
    void theHeadOfTheOfficeServesNobody() {
        UI.getCurrent().navigate("loket");
        assertThat(getCurrentView()).isNotInstanceOf(DeskView.class);
    }
}
