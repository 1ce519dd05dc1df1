package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.UploadEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes a list (XLSX, CSV) and says at once what became of its rows. */
abstract class FileDialog extends Dialog {

    private static final int ROWS_SHOWN = 20;

    private final Div answer = new Div();

    /** What an import led to. @param refused sentences with the line of the row */
    record Outcome(String sentence, List<String> refused) {}

    FileDialog(String title, String explanation, int largest, Runnable changed, Component... options) {
        super(title);
        setWidth("min(44rem, 96vw)");
        var upload = Indonesian.upload(this::take);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(largest);
        upload.setAcceptedFileTypes(".xlsx", ".csv", ".txt", "text/csv");
        answer.getElement().setAttribute("role", "status");
        add(new Paragraph(explanation));
        add(options);
        add(upload, answer);
        getFooter().add(new Button("Tutup", click -> {
            close();
            changed.run();
        }));
    }

    /** @throws InvalidInput when the file cannot be used */
    abstract Outcome enter(InputStream content) throws IOException;

    private void take(UploadEvent event) throws IOException {
        try {
            Outcome outcome = enter(event.getInputStream());
            event.getUI().access(() -> show(outcome));
        } catch (InvalidInput refused) {
            event.getUI()
                    .access(() -> say(new Callout("Berkas ditolak", Tone.LATE, String.valueOf(refused.getMessage()))));
        }
    }

    final void show(Outcome outcome) {
        say(new Callout("Selesai", Tone.OK, outcome.sentence()));
        if (!outcome.refused().isEmpty()) {
            var shown = new ArrayList<>(outcome.refused()
                    .subList(0, Math.min(ROWS_SHOWN, outcome.refused().size())));
            if (outcome.refused().size() > ROWS_SHOWN) {
                shown.add("… dan %d baris lagi".formatted(outcome.refused().size() - ROWS_SHOWN));
            }
            answer.add(new Callout("Ditolak", Tone.WARN, shown));
        }
    }

    private void say(Callout callout) {
        answer.removeAll();
        answer.add(callout);
    }
}
