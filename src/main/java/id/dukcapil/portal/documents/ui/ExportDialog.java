package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.documents.export.ExportEntry;
import id.dukcapil.portal.documents.export.ExportStatus;
import id.dukcapil.portal.documents.export.Exports;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An export that was just asked for. A short list is there before the eye has found the progress bar: then the download begins by
 * itself, as if the button had been a link to the file.
 */
@StyleSheet("context://styles/exports.css")
class ExportDialog extends Dialog {

    private static final Duration LOOK_EVERY = Duration.ofMillis(400);
    private static final Duration IMMEDIATE = Duration.ofSeconds(3);

    private final transient Exports exports;
    private final transient ExportId id;
    private final ExportState state;
    private final Paragraph hint =
            new Paragraph("Jendela ini boleh ditutup; ekspor tetap berjalan dan berkasnya ada di halaman Unduhan.");
    private final long openedAt = System.nanoTime();
    private boolean offered;

    ExportDialog(Exports exports, ExportWatch watch, ZoneId zone, ExportEntry entry) {
        this.exports = exports;
        this.id = entry.id();
        state = new ExportState(exports, zone, this::refresh);
        addClassName("export-dialog");
        setHeaderTitle("Ekspor %s".formatted(entry.format().label()));
        setWidth("min(30rem, 96vw)");
        var title = new Paragraph(exports.titleOf(entry));
        title.addClassName("export-title");
        var words = new Paragraph("Saringan: " + entry.filterWords());
        words.addClassName("muted");
        hint.addClassName("muted");
        add(title, words, state, hint);
        getFooter().add(new Button("Lihat semua unduhan", click -> leave()), new Button("Tutup", click -> close()));
        show(entry);
        watch.follow(this, LOOK_EVERY, this::look);
    }

    /** Asks again, as long as something may still happen. */
    void look() {
        if (state.underWay()) {
            refresh();
        }
    }

    private void leave() {
        close();
        UI.getCurrent().navigate(ExportsView.class);
    }

    private void refresh() {
        Optional<ExportEntry> entry = exports.find(id);
        entry.ifPresentOrElse(this::show, this::close);
    }

    private void show(ExportEntry entry) {
        state.show(entry);
        hint.setVisible(entry.status().underWay());
        if (entry.status() == ExportStatus.READY && !offered) {
            offered = true;
            if (System.nanoTime() - openedAt < IMMEDIATE.toNanos()) {
                state.startDownload();
            }
        }
    }
}
