package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.PdfPreview;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.delivery.Kiosks;
import id.dukcapil.portal.delivery.Kiosks.Kiosk;
import id.dukcapil.portal.delivery.PrintDecision;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.UUID;

/**
 * Anjungan cetak mandiri, for offices without a vendor's machine: scan the code, tap the PIN, print, done. It stands where
 * the public can touch it, so its account may do nothing else, and whoever walks away leaves nothing behind: after a
 * while without a touch it is as it was in the beginning.
 */
@Route(value = KioskView.ROUTE, autoLayout = false)
@PageTitle("Anjungan cetak mandiri")
@Menu(title = "Anjungan cetak", order = 26.5)
@RolesAllowed(Permission.Name.KIOSK_USE)
@StyleSheet("context://styles/delivery.css")
@JavaScript("context://components/kiosk.js")
class KioskView extends Main {

    static final String ROUTE = "kiosk";

    /** Enough to read a PIN from a telephone. */
    private static final Duration WHILE_TYPING = Duration.ofSeconds(60);

    /** A printer takes its time. */
    private static final Duration WHILE_PRINTING = Duration.ofMinutes(3);

    private static final Duration WHILE_READING = Duration.ofSeconds(15);

    /** A machine that nobody uses for an hour is still signed in. */
    private static final int SIGN_OF_LIFE =
            Math.toIntExact(Duration.ofMinutes(4).toMillis());

    private static final int UNTOUCHED = -1;

    private final transient Kiosks kiosks;
    private final transient Kiosk kiosk;
    private final H1 heading = new H1();
    private final Paragraph hint = new Paragraph();
    private final Div stage = new Div();

    KioskView(Kiosks kiosks, CurrentStaff staff, Organisation organisation) {
        this.kiosks = kiosks;
        this.kiosk = new Kiosk(staff.require().username(), null);
        addClassName("kiosk");
        stage.addClassName("stage");
        heading.getElement().setAttribute("aria-live", "polite");
        var office = new Paragraph(organisation.name());
        office.addClassName("office");
        add(office, heading, hint, stage);
        getElement().addEventListener("kiosk-idle", idle -> begin());
        begin();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(SIGN_OF_LIFE);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(UNTOUCHED);
    }

    /** As if nobody had ever been here. */
    private void begin() {
        var code = new ScanField("Kode QR", this::askForPin);
        // Not every keyboard on a screen has an Enter
        var next = new Button("Lanjut", click -> code.scan(code.getValue()));
        next.addThemeVariants(ButtonVariant.PRIMARY);
        var entry = new Div(code, next);
        entry.addClassName("entry");
        show(
                "Pindai kode QR Anda",
                "Kode QR dan PIN ada pada surat elektronik dari dinas. Kode di bawah gambar QR dapat juga diketik.",
                WHILE_TYPING,
                entry);
    }

    private void askForPin(String code) {
        askForPin(code, "PIN terdiri atas enam angka dan ada pada surat yang sama.");
    }

    private void askForPin(String code, String words) {
        show("Masukkan PIN", words, WHILE_TYPING, new PinPad(pin -> open(code, pin)), large("Mulai dari awal"));
    }

    private void open(String code, String pin) {
        switch (kiosks.open(code, pin, kiosk)) {
            case PrintDecision.Accepted accepted -> show(accepted);
            case PrintDecision.WrongPin wrong
            when wrong.attemptsLeft() > 0 ->
                askForPin(code, "Kode QR atau PIN tidak cocok. Sisa percobaan: %d.".formatted(wrong.attemptsLeft()));
            case PrintDecision.WrongPin wrong -> end("Pencetakan terkunci", "PIN terlalu sering salah.");
            case PrintDecision.Locked locked -> end("Pencetakan terkunci", "PIN terlalu sering salah.");
            case PrintDecision.Used used -> end("Sudah dicetak", "Kode QR dan PIN hanya berlaku satu kali cetak.");
            case PrintDecision.Expired expired ->
                end(
                        expired.withdrawn() ? "Dokumen dicabut" : "Masa berlaku habis",
                        "Kode QR dan PIN ini tidak dapat dipakai lagi.");
            case PrintDecision.Unavailable unavailable ->
                end("Dokumen tidak dapat dibuka", "Kode QR dan PIN tetap berlaku. Coba lagi beberapa saat lagi.");
        }
    }

    private void show(PrintDecision.Accepted accepted) {
        var done = large("Selesai, sudah tercetak", accepted.handout(), PrintOutcome.PRINTED);
        done.addThemeVariants(ButtonVariant.PRIMARY);
        var failed = large("Gagal tercetak", accepted.handout(), PrintOutcome.FAILED);
        var buttons = new Div(done, failed);
        buttons.addClassName("buttons");
        show(
                accepted.title(),
                "Tekan Cetak, ambil kertasnya, lalu tekan Selesai.",
                WHILE_PRINTING,
                new PdfPreview("dokumen.pdf", accepted.title(), accepted::pdf),
                buttons);
    }

    private Button large(String label, UUID handout, PrintOutcome outcome) {
        var button = new Button(label, click -> acknowledge(handout, outcome));
        button.setDisableOnClick(true);
        return button;
    }

    private void acknowledge(UUID handout, PrintOutcome outcome) {
        kiosks.receipt(handout, outcome, null);
        switch (outcome) {
            case PRINTED -> end("Terima kasih", "Jangan lupa kertas dan ponsel Anda.");
            case FAILED ->
                end(
                        "Maaf, pencetakan gagal",
                        "Kode QR dan PIN yang sama dapat dipakai sekali lagi. Laporkan kepada petugas.");
        }
    }

    private void end(String title, String words) {
        show(title, words, WHILE_READING, large("Mulai dari awal"));
    }

    private Button large(String label) {
        return new Button(label, click -> begin());
    }

    private void show(String title, String words, Duration patience, Component... content) {
        heading.setText(title);
        hint.setText(words);
        stage.removeAll();
        stage.add(content);
        getElement().executeJs("window.portalKioskIdle(this, $0)", patience.toSeconds());
    }
}
