package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.documents.upload.FileExamination;
import id.dukcapil.portal.documents.upload.SafeFile;
import id.dukcapil.portal.documents.upload.UnacceptableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the scan of a proxy's letter, judged by its bytes; it is stored with the hand-over. */
class LetterUpload extends Div {

    private static final int LARGEST = 5 << 20;

    private final transient FileExamination examination;
    private final Upload upload = Indonesian.upload(this::take);
    private final Div answer = new Div();
    private transient @Nullable SafeFile letter;

    LetterUpload(FileExamination examination) {
        this.examination = examination;
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setAcceptedFileTypes("application/pdf", "image/jpeg", "image/png", ".pdf", ".jpg", ".jpeg", ".png");
        upload.addFileRemovedListener(removed -> letter = null);
        answer.getElement().setAttribute("role", "status");
        add(upload, answer);
    }

    private void take(UploadEvent event) throws IOException {
        byte[] content = event.getInputStream().readNBytes(LARGEST + 1);
        try {
            SafeFile examined = examination.examine(() -> new ByteArrayInputStream(content), LARGEST);
            event.getUI().access(() -> {
                letter = examined;
                answer.removeAll();
            });
        } catch (UnacceptableFile refused) {
            event.getUI().access(() -> {
                letter = null;
                upload.clearFileList();
                answer.removeAll();
                answer.add(new Callout("Surat kuasa ditolak", Tone.LATE, refused.sentence()));
            });
        }
    }

    @Nullable
    SafeFile letter() {
        return letter;
    }
}
