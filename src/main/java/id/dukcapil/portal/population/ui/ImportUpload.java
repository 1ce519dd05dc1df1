package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.importing.ImportEntry;
import id.dukcapil.portal.population.importing.ImportRefused;
import id.dukcapil.portal.population.importing.PopulationImports;
import java.io.IOException;
import java.util.function.Consumer;

/** Takes a file from the browser straight to the disk, and says at once when it cannot be imported. */
class ImportUpload extends Div {

    private final transient PopulationImports imports;
    private final transient Consumer<ImportEntry> received;
    private final Upload upload;
    private final Div answer = new Div();

    ImportUpload(PopulationImports imports, Consumer<ImportEntry> received) {
        this.imports = imports;
        this.received = received;
        addClassNames("card", "import-upload");
        upload = Indonesian.upload(this::take);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Math.toIntExact(PopulationImports.LARGEST_FILE));
        upload.setAcceptedFileTypes(".xlsx", ".csv", ".txt", "text/csv");
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        var hint =
                new Paragraph("Daftar penduduk dari SIAK sebagai XLSX atau CSV, paling besar 100 MB. SIAK tetap acuan:"
                        + " penduduk yang tidak ada dalam berkas tidak diubah dan tidak dihapus.");
        hint.addClassName("muted");
        answer.getElement().setAttribute("role", "status");
        add(hint, upload, answer);
    }

    private void take(UploadEvent event) throws IOException {
        try {
            ImportEntry entry = imports.receive(event.getFileName(), event.getInputStream());
            event.getUI().access(() -> {
                clear();
                received.accept(entry);
            });
        } catch (ImportRefused refused) {
            event.getUI().access(() -> {
                upload.clearFileList();
                refuse(event.getFileName() + ": " + refused.sentence());
            });
        }
    }

    private void clear() {
        upload.clearFileList();
        answer.removeAll();
    }

    private void refuse(String sentence) {
        answer.removeAll();
        answer.add(new Callout("Berkas ditolak", Tone.LATE, sentence));
    }
}
