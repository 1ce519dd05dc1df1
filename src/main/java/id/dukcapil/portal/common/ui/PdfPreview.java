package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadHandler;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/**
 * A PDF on the screen as it will be printed, with "Cetak" and "Unduh". On a phone, whose browser shows no PDF inside a
 * page, the document opens in a tab of its own.
 */
@JavaScript("context://components/pdf-preview.js")
public class PdfPreview extends Div {

    private final String fileName;
    private final Supplier<byte[]> document;
    private final Element viewer = new Element("portal-pdf");

    /**
     * @param fileName as it is saved, "tiket-055.pdf"; no personal data, because names end up in histories
     * @param label what it is, for screen readers: "Tiket antrean 055"
     * @param document gives the bytes whenever they are shown or saved. It runs in a request of its own with the
     *     permissions of whoever asks, outside the session lock
     */
    public PdfPreview(String fileName, String label, Supplier<byte[]> document) {
        this.fileName = fileName;
        this.document = document;
        addClassName("pdf-preview");
        viewer.setAttribute("label", label);
        viewer.setAttribute("src", handler().inline());
        var actions = new Div(open(), save(), print());
        actions.addClassName("actions");
        add(actions);
        getElement().appendChild(viewer);
    }

    private InputStreamDownloadHandler handler() {
        return DownloadHandler.fromInputStream(event -> {
            byte[] bytes = document.get();
            return new DownloadResponse(new ByteArrayInputStream(bytes), fileName, "application/pdf", bytes.length);
        });
    }

    private Anchor open() {
        var link = new Anchor(handler(), AttachmentType.INLINE, "Buka dokumen");
        link.addClassNames("button", "open");
        link.setTarget("_blank");
        return link;
    }

    private Anchor save() {
        var link = new Anchor(handler(), AttachmentType.DOWNLOAD, "Unduh");
        link.addClassName("button");
        return link;
    }

    private Button print() {
        var button = new Button("Cetak");
        button.addClassName("print");
        // In the browser alone: a round trip would lose the user gesture that printing needs
        button.addAttachListener(attached -> button.getElement()
                .executeJs(
                        "this.onclick = () => this.parentElement.parentElement.querySelector('portal-pdf').print()"));
        return button;
    }
}
