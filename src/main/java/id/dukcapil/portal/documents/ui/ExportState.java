package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.documents.export.ExportEntry;
import id.dukcapil.portal.documents.export.ExportRefused;
import id.dukcapil.portal.documents.export.Exports;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How an export stands and what can be done with it. While only its figures change the buttons stay as they are, so that none is
 * pulled away from under the finger.
 */
class ExportState extends Div {

    /**
     * Progress is pushed. For a push that got lost on its way the browser asks by itself, ever less often, so that an export that
     * waits long keeps no forgotten session alive.
     */
    private static final String ASK_WHEN_NOTHING_COMES = """
            let wait = 3000;
            const ask = () => {
              if (!this.isConnected || this.querySelector('vaadin-progress-bar').hidden) return;
              this.dispatchEvent(new CustomEvent('portal-look'));
              wait *= 2;
              if (wait < 60000) setTimeout(ask, wait);
            };
            setTimeout(ask, wait);""";

    private final transient Exports exports;
    private final transient Runnable changed;
    private final ZoneId zone;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph sentence = new Paragraph();
    private final Div actions = new Div();
    private transient @Nullable ExportEntry shown;
    private @Nullable Anchor download;

    /** @param changed called after an act, to show what holds now */
    ExportState(Exports exports, ZoneId zone, Runnable changed) {
        this.exports = exports;
        this.zone = zone;
        this.changed = changed;
        addClassName("export-state");
        bar.getElement().setAttribute("aria-label", "Kemajuan ekspor");
        sentence.getElement().setAttribute("role", "status");
        actions.addClassName("panel-actions");
        add(bar, sentence, actions);
        getElement().addEventListener("portal-look", event -> changed.run());
        addAttachListener(attached -> getElement().executeJs(ASK_WHEN_NOTHING_COMES));
    }

    void show(ExportEntry entry) {
        ExportEntry before = shown;
        if (entry.equals(before)) {
            return;
        }
        shown = entry;
        sentence.setText(ExportTexts.sentence(entry, zone));
        bar.setVisible(entry.status().underWay());
        bar.setIndeterminate(entry.progress() < 0);
        bar.setValue(Math.max(0, entry.progress()));
        if (before == null
                || before.status() != entry.status()
                || before.cancelling() != entry.cancelling()
                || !before.id().equals(entry.id())) {
            offer(entry);
        }
    }

    /** Whether something may still happen by itself. */
    boolean underWay() {
        ExportEntry entry = shown;
        return entry == null || entry.status().underWay();
    }

    /** As if the person had clicked on it. */
    void startDownload() {
        if (download != null) {
            download.getElement().executeJs("this.click()");
        }
    }

    private void offer(ExportEntry entry) {
        actions.removeAll();
        download = null;
        switch (entry.status()) {
            case QUEUED, RUNNING -> {
                if (!entry.cancelling()) {
                    actions.add(button("Batalkan ekspor", () -> exports.cancel(entry.id())));
                }
            }
            case READY -> {
                download = downloadLink(entry);
                actions.add(download, removal(entry));
            }
            case FAILED, CANCELLED -> {
                if (entry.retryable()) {
                    actions.add(button("Coba lagi", () -> exports.retry(entry.id())));
                }
                actions.add(removal(entry));
            }
            case EXPIRED -> actions.add(removal(entry));
        }
    }

    private static Anchor downloadLink(ExportEntry entry) {
        var link = new Anchor(ExportTexts.address(entry), "Unduh");
        link.addClassNames("button", "primary");
        link.setRouterIgnore(true);
        return link;
    }

    private Button removal(ExportEntry entry) {
        return new Button(
                "Hapus",
                click -> Confirm.ask(
                        "Hapus ekspor ini?",
                        "Berkasnya dihapus dari portal. Salinan yang sudah diunduh tidak ikut terhapus.",
                        "Hapus ekspor",
                        () -> act(() -> exports.remove(entry.id()))));
    }

    private Button button(String label, Runnable act) {
        var button = new Button(label, click -> act(act));
        button.setDisableOnClick(true);
        return button;
    }

    private void act(Runnable act) {
        try {
            act.run();
        } catch (ExportRefused refused) {
            Notify.problem(refused.sentence());
            shown = null;
        }
        changed.run();
    }
}
