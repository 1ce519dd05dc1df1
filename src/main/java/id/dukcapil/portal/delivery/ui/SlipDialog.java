package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.delivery.ReleaseDetails;
import id.dukcapil.portal.delivery.Releases.Slip;
import id.dukcapil.portal.documents.Barcodes;
import java.util.Base64;

/** QR code and PIN for the owner who stands at the counter; shown once. */
class SlipDialog extends Dialog {

    private static final int PIXELS = 320;

    SlipDialog(ReleaseDetails release, Slip slip) {
        setHeaderTitle("QR dan PIN untuk " + release.recipient());
        setWidth("min(28rem, 96vw)");
        setCloseOnOutsideClick(false);
        var picture = new Image(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(Barcodes.qrPng(slip.qr(), PIXELS)),
                "Kode QR untuk anjungan");
        var code = new Span(slip.groupedQr());
        code.addClassName("release-code");
        var pin = new Span(slip.pin());
        pin.addClassName("release-pin");
        var content = new Div(
                new Callout(
                        "Hanya ditampilkan sekali",
                        Tone.WARN,
                        "Biarkan pemilik memotret atau menyalinnya. Setelah ditutup, keduanya tidak dapat dilihat lagi."),
                picture,
                code,
                new Paragraph("PIN"),
                pin);
        content.addClassName("release-slip");
        add(content);
        getFooter().add(new Button("Sudah diserahkan", click -> close()));
    }
}
