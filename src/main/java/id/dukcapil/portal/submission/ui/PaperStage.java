package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.dukcapil.portal.submission.attachment.Attachment;
import id.dukcapil.portal.submission.attachment.AttachmentId;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.OpenedAttachment;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows one paper in the page, to enlarge, turn and fit; a PDF is shown by the browser's own viewer. The address under
 * which the browser gets it is made up for this page of this session, so it can neither be guessed nor passed on.
 */
@Tag("portal-paper")
@JavaScript("context://components/paper-view.js")
class PaperStage extends Div {

    private static final String NOTHING_BUT_THIS =
            "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";
    private static final int NOT_FOUND = 404;

    private final transient Attachments attachments;
    private transient Consumer<AttachmentId> told = paper -> {};

    PaperStage(Attachments attachments, Runnable previous, Runnable next) {
        this.attachments = attachments;
        getElement().addEventListener("paper-previous", event -> previous.run());
        getElement().addEventListener("paper-next", event -> next.run());
    }

    /** @param told of every paper that the browser gets, in a turn of the page of its own */
    void whenOpened(Consumer<AttachmentId> told) {
        this.told = told;
    }

    void show(Attachment attachment) {
        getElement().setAttribute("label", attachment.kind().label());
        getElement().setAttribute("kind", attachment.file().isImage() ? "image" : "pdf");
        AttachmentId id = attachment.id();
        DownloadHandler content = event -> answer(event, id);
        getElement().setAttribute("src", PaperAddress.of(content));
    }

    void clear() {
        getElement().removeAttribute("src");
    }

    /** In a request of its own, with the permissions of whoever asks. */
    void answer(DownloadEvent event, AttachmentId id) throws IOException {
        Optional<OpenedAttachment> found = attachments.open(id);
        if (found.isEmpty()) {
            event.getResponse().setStatus(NOT_FOUND);
            return;
        }
        OpenedAttachment opened = found.get();
        getUI().ifPresent(page -> tell(page, id));
        var response = event.getResponse();
        response.setHeader("Content-Security-Policy", NOTHING_BUT_THIS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader(
                "Content-Disposition",
                "inline; filename=\"lampiran.%s\""
                        .formatted(opened.attachment().file().ending()));
        event.setContentType(opened.attachment().file().mediaType());
        event.setContentLength(opened.content().length);
        try (OutputStream out = event.getOutputStream()) {
            out.write(opened.content());
        }
    }

    private void tell(UI page, AttachmentId id) {
        try {
            page.access(() -> told.accept(id));
        } catch (UIDetachedException leftMeanwhile) {
            // The paper is counted as opened; no page is there any more to show it
        }
    }
}
