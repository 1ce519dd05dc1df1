package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadHandler;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/**
 * A PDF on the screen as it will be printed, with "Cetak" and "Unduh". On a phone, whose browser shows no PDF inside a page, the
 * document opens in a tab of its own.
 */
public class PdfPreview extends Div {

    private final String fileName;
    private final Supplier<byte[]> document;
    private final IFrame frame = new IFrame();

    /**
     * @param fileName as it is saved, "tiket-055.pdf"; no personal data, because names end up in histories
     * @param title what it is, for screen readers: "Tiket antrean 055"
     * @param document gives the bytes; asked whenever the document is shown or saved, with the person's own permissions
     */
    public PdfPreview(String fileName, String title, Supplier<byte[]> document) {
        this.fileName = fileName;
        this.document = document;
        addClassName("pdf-preview");
        frame.setTitle(title);
        frame.setSrc(handler().inline());
        var actions = new Div(open(), save(), print());
        actions.addClassName("actions");
        add(actions, frame);
    }

    private InputStreamDownloadHandler handler() {
        return DownloadHandler.fromInputStream(event -> {
            byte[] bytes = document.get();
            return new DownloadResponse(new ByteArrayInputStream(bytes), fileName, "application/pdf", bytes.length);
        });
    }

    private Anchor open() {
        var link = new Anchor(handler().inline(), AttachmentType.INLINE, "Buka dokumen");
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
        button.getElement()
                .executeJs(
                        "this.addEventListener('click', () => { $0.contentWindow.focus(); $0.contentWindow.print(); })",
                        frame.getElement());
        return button;
    }
}
