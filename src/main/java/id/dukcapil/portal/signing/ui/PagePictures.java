package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.server.streams.DownloadEvent;
import id.dukcapil.portal.signing.DocumentReading;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The pages of a document as pictures, to leaf through on a phone. A wide window shows the PDF itself and hides them; the
 * browser then fetches none.
 */
class PagePictures extends Div {

    private static final int NOT_FOUND = 404;

    PagePictures(DocumentReading reading, SigningDocumentDetails document, int pages) {
        addClassName("page-pictures");
        for (int page = 0; page < pages; page++) {
            int number = page;
            var picture = new Image(
                    event -> answer(event, reading, document.id(), number),
                    "%s %s, halaman %d".formatted(document.title(), document.reference(), page + 1));
            picture.getElement().setAttribute("loading", "lazy");
            add(picture);
        }
    }

    /** In a request of its own, with the permissions of whoever asks. */
    private static void answer(DownloadEvent event, DocumentReading reading, SigningDocumentId document, int page)
            throws IOException {
        Optional<byte[]> picture = reading.picture(document, page);
        if (picture.isEmpty()) {
            event.getResponse().setStatus(NOT_FOUND);
            return;
        }
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.setContentType("image/png");
        event.setContentLength(picture.get().length);
        try (OutputStream out = event.getOutputStream()) {
            out.write(picture.get());
        }
    }
}
