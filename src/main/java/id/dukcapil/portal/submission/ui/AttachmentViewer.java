package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.submission.attachment.Attachment;
import id.dukcapil.portal.submission.attachment.AttachmentId;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.Papers;
import id.dukcapil.portal.submission.attachment.Requirement;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The papers of a request: the chosen one on its stage, and below it a small picture of each, which says whether it has
 * been opened, and what is still missing. Each that is chosen is recorded as opened. The arrow keys lead from one to the next while the stage has the focus; whoever has keys for the
 * whole page calls {@link #next()} and {@link #previous()}.
 */
@StyleSheet("context://styles/papers.css")
class AttachmentViewer extends Div {

    private static final int NOT_FOUND = 404;

    private final transient Attachments attachments;
    private final PaperStage stage;
    private final UnorderedList list = new UnorderedList();
    private final ZoneId zone;
    private final List<NativeButton> buttons = new ArrayList<>();
    private transient List<Attachment> present = List.of();
    private int chosen = -1;

    AttachmentViewer(Attachments attachments, ZoneId zone) {
        this.attachments = attachments;
        this.zone = zone;
        stage = new PaperStage(attachments, this::previous, this::next);
        stage.whenOpened(this::mark);
        list.addClassName("paper-list");
        addClassName("papers");
    }

    /** Shows the list; nothing is opened until somebody chooses a paper. */
    void show(Papers papers) {
        present = papers.present();
        chosen = -1;
        buttons.clear();
        list.removeAll();
        stage.clear();
        removeAll();
        if (present.isEmpty() && papers.complete()) {
            add(new EmptyState("Tidak ada lampiran", "Alasan permohonan ini tidak memerlukan lampiran."));
            return;
        }
        papers.missing().forEach(requirement -> list.add(lacking(requirement)));
        for (int index = 0; index < present.size(); index++) {
            list.add(new ListItem(button(present.get(index), index)));
        }
        papers.opened().forEach(this::mark);
        add(present.isEmpty() ? nothingYet() : stage, list);
    }

    /** Where a decision is made, the evidence lies open. */
    void openFirst() {
        if (chosen < 0) {
            choose(0);
        }
    }

    /** The one after it, and after the last one the first. */
    void nextInTurn() {
        choose(present.isEmpty() ? chosen : (chosen + 1) % present.size());
    }

    private void mark(AttachmentId opened) {
        for (int index = 0; index < present.size(); index++) {
            NativeButton button = buttons.get(index);
            if (present.get(index).id().equals(opened) && !button.hasClassName("opened")) {
                button.addClassName("opened");
                var seen = new Span("✓ sudah Anda buka");
                seen.addClassName("seen");
                button.add(seen);
            }
        }
    }

    void next() {
        choose(chosen + 1);
    }

    void previous() {
        choose(chosen - 1);
    }

    private void choose(int index) {
        if (index < 0 || index >= present.size()) {
            return;
        }
        chosen = index;
        for (int other = 0; other < buttons.size(); other++) {
            buttons.get(other).getElement().setAttribute("aria-current", other == index ? "true" : "false");
        }
        stage.show(present.get(index));
    }

    private NativeButton button(Attachment attachment, int index) {
        var kind = new Span(attachment.kind().label());
        kind.addClassName("kind");
        var about = new Span("%s · %s · %s".formatted(attachment.label(), size(attachment), when(attachment)));
        about.addClassName("about");
        var button = new NativeButton();
        // What it shows is said beside it
        var picture = new Image(PaperAddress.of(small(attachment.id())), "");
        picture.getElement().setAttribute("loading", "lazy");
        button.add(picture, kind, about);
        button.addClickListener(click -> choose(index));
        buttons.add(button);
        return button;
    }

    /** In a request of its own, with the permissions of whoever asks. */
    private DownloadHandler small(AttachmentId id) {
        return event -> {
            Optional<byte[]> picture = attachments.thumbnail(id);
            if (picture.isEmpty()) {
                event.getResponse().setStatus(NOT_FOUND);
                return;
            }
            event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
            event.getResponse().setHeader("Cache-Control", "private, no-store");
            event.setContentType("image/jpeg");
            event.setContentLength(picture.get().length);
            try (OutputStream out = event.getOutputStream()) {
                out.write(picture.get());
            }
        };
    }

    private static String size(Attachment attachment) {
        String kilobytes = "%d kB".formatted(Math.max(1, attachment.size() / 1000));
        return attachment.file().isImage() ? kilobytes : "%d halaman, %s".formatted(attachment.pages(), kilobytes);
    }

    private String when(Attachment attachment) {
        return "%s, %s".formatted(attachment.addedBy().name(), Formats.dateTime(attachment.addedAt(), zone));
    }

    private static Component lacking(Requirement requirement) {
        var item = new ListItem(new StatusBadge("Kurang", Tone.WARN), new Span(requirement.label()));
        item.addClassName("lacking");
        item.setTitle(String.join("; ", requirement.sources()));
        return item;
    }

    private static Component nothingYet() {
        return new EmptyState("Belum ada lampiran", "Lampiran yang diunggah pemohon atau loket tampil di sini.");
    }
}
