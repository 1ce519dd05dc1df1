package id.dukcapil.portal.delivery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.ui.PdfPreview;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.delivery.DeliveryScenario;
import id.dukcapil.portal.delivery.DeliveryScenario.Given;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import id.dukcapil.portal.delivery.ReleaseStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import tools.jackson.databind.node.JsonNodeFactory;

/** The owner of a document at the kiosk of an office without a vendor's machine. */
class KioskViewTest extends Screen {

    @Autowired
    DeliveryScenario given;

    @Autowired
    SecurityContextHolderStrategy security;

    @BeforeEach
    void theMachineIsSignedIn() {
        var context = security.createEmptyContext();
        context.setAuthentication(given.signedInKiosk());
        security.setContext(context);
        UI.getCurrent().navigate(KioskView.class);
    }

    @AfterEach
    void signOut() {
        security.clearContext();
    }

    @Test
    void scanTapPrintDone() {
        Given release = given.released();
        scan(release.qr());
        tap(release.pin());
        assertThat(page()).contains("Kartu Keluarga", "Tekan Cetak");
        assertThat(find(PdfPreview.class).all()).hasSize(1);
        click("Selesai, sudah tercetak");
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.PRINTED);
        assertThat(find(PdfPreview.class).all()).isEmpty();
        click("Mulai dari awal");
        assertThat(page()).contains("Pindai kode QR Anda").doesNotContain("Kartu Keluarga", release.qr());
    }

    @Test
    void aCodeIsTypedWithoutAnEnterOnTheKeyboard() {
        Given release = given.released();
        click("Lanjut");
        assertThat(page()).contains("Pindai kode QR Anda");
        test(find(ScanField.class).single()).setValue(release.qr());
        click("Lanjut");
        tap(release.pin());
        assertThat(page()).contains("Kartu Keluarga", "Tekan Cetak");
    }

    @Test
    void aPrinterThatFailsIsSaidSo() {
        Given release = given.released();
        scan(release.qr());
        tap(release.pin());
        click("Gagal tercetak");
        assertThat(page()).contains("Maaf, pencetakan gagal");
        assertThat(given.now(release.id()).sheets().getFirst().outcome()).isEqualTo(PrintOutcome.FAILED);
    }

    @Test
    void fiveWrongPinsEndIt() {
        Given release = given.released();
        scan(release.qr());
        tap(release.wrongPin());
        assertThat(page()).contains("Sisa percobaan: 4.", "○○○○○○");
        for (int more = 0; more < 4; more++) {
            tap(release.wrongPin());
        }
        assertThat(page()).contains("Pencetakan terkunci");
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.LOCKED);
    }

    @Test
    void whatIsTappedShowsAsDotsAndCanBeTakenBack() {
        scan("ABC");
        tap("123");
        assertThat(page()).contains("●●●○○○");
        click("Hapus");
        assertThat(page()).contains("●●○○○○");
        click("Kosongkan");
        assertThat(page()).contains("○○○○○○");
    }

    @Test
    void whoWalksAwayLeavesNothingBehind() {
        Given release = given.released();
        scan(release.qr());
        tap(release.pin());
        var view = (Component) getCurrentView();
        view.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(view.getElement(), "kiosk-idle", JsonNodeFactory.instance.objectNode()));
        assertThat(page()).contains("Pindai kode QR Anda");
        assertThat(find(PdfPreview.class).all()).isEmpty();
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.OPENED);
    }

    private void scan(String code) {
        find(ScanField.class).single().scan(code);
    }

    private void tap(String digits) {
        digits.chars().forEach(digit -> click(Character.toString(digit)));
    }
}
