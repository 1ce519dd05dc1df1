package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import id.dukcapil.portal.common.PictureCodes;
import java.util.function.Consumer;

/**
 * A field for a USB barcode scanner, which is a keyboard that ends with Enter. It takes the focus when it appears
 * and takes it back when a click on empty space would lose it, so that the next scan is never typed into nowhere. After
 * Enter the text is handed over without surrounding blanks and the field is empty again. A button opens the camera or
 * takes a picture; where the browser has no BarcodeDetector, the portal reads the code. What a scan led to stays beside the field, see {@link #withAnswer}.
 */
@StyleSheet("context://styles/parts.css")
@JavaScript("context://components/scan-field.js")
@JavaScript("context://components/camera-scan.js")
public class ScanField extends TextField {

    private final ScanAnswer answer = new ScanAnswer();

    public ScanField(String label, Consumer<String> scanned) {
        super(label);
        addClassName("scan-field");
        setAutofocus(true);
        setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        setSuffix();
        addScanListener(event -> scanned.accept(event.text()));
    }

    private void setSuffix() {
        var camera = new Element("portal-camera-scan");
        camera.setAttribute("slot", "suffix");
        getElement().appendChild(camera);
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        getElement().executeJs("window.portalScanField(this)");
    }

    public final Registration addScanListener(ComponentEventListener<ScanEvent> listener) {
        return addListener(ScanEvent.class, listener);
    }

    /** What the last scan led to. */
    public ScanAnswer answer() {
        return answer;
    }

    /** The field with its answer beside it; the answer stands below on a phone. */
    public Div withAnswer() {
        var row = new Div(this, answer);
        row.addClassName("scan-row");
        return row;
    }

    /** @param base64 a JPEG of the camera, or a picture that was chosen; empty when it shows no code */
    @ClientCallable
    String readPicture(String base64) {
        return PictureCodes.read(base64).orElse("");
    }

    /** Hands over a text as if it had been scanned; blanks around it are cut, an empty text is ignored. */
    public void scan(String text) {
        if (!text.isBlank()) {
            ComponentUtil.fireEvent(this, new ScanEvent(this, false, text));
        }
    }

    /** Something was scanned, or typed and finished with Enter. */
    @DomEvent("portal-scan")
    public static class ScanEvent extends ComponentEvent<ScanField> {

        private final String text;

        public ScanEvent(ScanField source, boolean fromClient, @EventData("event.detail") String text) {
            super(source, fromClient);
            this.text = text.strip();
        }

        public String text() {
            return text;
        }
    }
}
