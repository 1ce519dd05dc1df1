package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import id.dukcapil.portal.common.DiskFull;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.attachment.Attachment;
import id.dukcapil.portal.submission.attachment.AttachmentDecision;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Accepted;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Refused;
import id.dukcapil.portal.submission.attachment.AttachmentKind;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.NewAttachment;
import id.dukcapil.portal.submission.attachment.RequiredPapers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Scans and photographs come to a request at the counter: first the kind, those that the reason needs on top, then the files. */
@StyleSheet("context://styles/papers.css")
class AttachmentUpload extends Div {

    private static final int LARGEST = 5 << 20;
    private static final Refused DISK_FULL = new Refused(
            AttachmentDecision.Kind.UNFIT,
            "file",
            "Penyimpanan portal penuh, sehingga berkas tidak dapat diterima. Hubungi administrator.");

    private final transient Attachments attachments;
    private final transient Consumer<Attachment> added;
    private final transient SubmissionNumber number;
    private final Select<AttachmentKind> kind = Indonesian.select("Jenis lampiran");
    private final Upload upload;

    /** Files come in requests of their own, which may not ask the field. */
    private volatile AttachmentKind chosen;

    private final Div answer = new Div();

    /** @param added told of every paper that was taken, in its own turn of the page */
    AttachmentUpload(
            Attachments attachments,
            RequiredPapers required,
            SubmissionNumber number,
            String reasonCode,
            Consumer<Attachment> added) {
        this.attachments = attachments;
        this.number = number;
        this.added = added;
        addClassName("paper-upload");
        kind.setItems(required.inOrderFor(reasonCode));
        kind.setItemLabelGenerator(AttachmentKind::label);
        chosen = required.inOrderFor(reasonCode).getFirst();
        kind.setValue(chosen);
        kind.addValueChangeListener(change -> chosen = change.getValue());
        upload = Indonesian.upload(new InSmallPieces());
        upload.setI18n(refusals(upload.getI18n()));
        upload.setMaxFileSize(LARGEST);
        upload.setAcceptedFileTypes("application/pdf", "image/jpeg", "image/png", ".pdf", ".jpg", ".jpeg", ".png");
        upload.addFileRejectedListener(rejected -> refuse(rejected.getFileName(), rejected.getErrorMessage()));
        answer.getElement().setAttribute("role", "status");
        var hint = new Paragraph("PDF, JPEG, atau PNG, paling besar 5 MB. Lokasi dan data kamera dihapus dari foto.");
        hint.addClassName("muted");
        add(kind, upload, hint, answer);
    }

    /** What the browser refuses by itself is said as clearly as what the portal refuses. */
    private static UploadI18N refusals(UploadI18N words) {
        words.getError()
                .setFileIsTooBig("Berkas lebih besar dari 5 MB. Perkecil lalu unggah lagi.")
                .setIncorrectFileType(
                        "Hanya PDF, JPEG, atau PNG yang diterima. Pindai atau foto dokumennya lalu unggah lagi.");
        return words;
    }

    /** The limit holds for what comes, not only for what the browser announces. */
    private final class InSmallPieces implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            byte[] content = event.getInputStream().readNBytes(LARGEST + 1);
            var brought =
                    new NewAttachment(chosen.name(), event.getFileName(), () -> new ByteArrayInputStream(content));
            String name = event.getFileName();
            try {
                AttachmentDecision decision = attachments.add(attachments.examine(number, brought));
                event.getUI().access(() -> tell(name, decision));
            } catch (UncheckedIOException failure) {
                if (!DiskFull.isBehind(failure)) {
                    throw failure;
                }
                event.getUI().access(() -> tell(name, DISK_FULL));
            }
        }

        @Override
        public long getRequestSizeMax() {
            return 2L * LARGEST;
        }
    }

    private void tell(String fileName, AttachmentDecision decision) {
        upload.clearFileList();
        switch (decision) {
            case Accepted accepted -> {
                answer.removeAll();
                added.accept(accepted.attachment());
            }
            case Refused refused -> refuse(fileName, refused.message());
        }
    }

    private void refuse(String fileName, String sentence) {
        answer.add(new Callout(fileName, Tone.LATE, sentence));
    }
}
