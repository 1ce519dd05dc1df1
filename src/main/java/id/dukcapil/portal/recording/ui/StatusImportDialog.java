package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.UploadEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.recording.status.StatusImports;
import id.dukcapil.portal.recording.status.StatusImports.RefusedRow;
import id.dukcapil.portal.recording.status.StatusImports.StatusImport;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** Takes an export of the central status, and says of the last imports what became of their rows. */
class StatusImportDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 3;
    private static final int ROWS_SHOWN = 20;

    private final transient StatusImports imports;
    private final transient ZoneId zone;
    private final Div answer = new Div();
    private final Div latest = new Div();

    StatusImportDialog(StatusImports imports, boolean mayImport, ZoneId zone, Runnable changed) {
        super("Impor status dari pusat");
        this.imports = imports;
        this.zone = zone;
        setWidth("min(44rem, 96vw)");
        if (mayImport) {
            var upload = Indonesian.upload(this::take);
            upload.setMaxFiles(1);
            upload.setMaxFileSize(StatusImports.LARGEST_FILE);
            upload.setAcceptedFileTypes(".xlsx", ".csv", ".txt", "text/csv");
            add(
                    new Paragraph("Ekspor status sebagai XLSX atau CSV dengan kolom NIK, STATUS dan, bila ada, TANGGAL."
                            + " Baris dengan NIK yang tidak dikenal atau status yang mundur ditolak satu per satu."),
                    upload);
        }
        answer.getElement().setAttribute("role", "status");
        latest.addClassName("stack");
        add(answer, latest);
        getFooter().add(new Button("Muat ulang", click -> showLatest()), new Button("Tutup", click -> {
            close();
            changed.run();
        }));
        showLatest();
    }

    private void take(UploadEvent event) throws IOException {
        try {
            StatusImport begun = imports.receive(event.getFileName(), event.getInputStream());
            event.getUI()
                    .access(() -> say(new Callout(
                            "Diterima",
                            Tone.OK,
                            "Impor %s dimulai; muat ulang untuk melihat hasilnya.".formatted(begun.fileName()))));
        } catch (InvalidInput refused) {
            event.getUI()
                    .access(() -> say(new Callout("Berkas ditolak", Tone.LATE, String.valueOf(refused.getMessage()))));
        }
    }

    private void say(Callout callout) {
        answer.removeAll();
        answer.add(callout);
        showLatest();
    }

    private void showLatest() {
        latest.removeAll();
        imports.latest(SHOWN).forEach(this::show);
    }

    private void show(StatusImport one) {
        var section = DetailPanel.section(
                "%s · %s · %s".formatted(one.fileName(), Formats.shortDateTime(one.startedAt(), zone), one.startedBy()),
                new Paragraph("%s: %s berubah (%s siap cetak), %s tetap, %s ditolak"
                        .formatted(
                                one.endedAt() == null ? "Berjalan, sampai baris " + one.readTo() : "Selesai",
                                Formats.number(one.changed()),
                                Formats.number(one.ready()),
                                Formats.number(one.same()),
                                Formats.number(one.refused()))));
        if (one.trouble() != null) {
            section.add(new Callout("Terhenti", Tone.LATE, one.trouble()));
        }
        List<RefusedRow> refused = imports.refused(one.id(), ROWS_SHOWN);
        if (!refused.isEmpty()) {
            section.add(new Callout(
                    "Ditolak",
                    Tone.WARN,
                    refused.stream()
                            .map(row -> "Baris %d, %s: %s".formatted(row.line(), row.nik(), row.finding()))
                            .toList()));
        }
        latest.add(section);
    }
}
