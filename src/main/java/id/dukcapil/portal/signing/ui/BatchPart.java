package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.signing.BatchState;
import id.dukcapil.portal.signing.ItemRow;
import id.dukcapil.portal.signing.SigningBatchId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch while it is signed and after it: the bar, the one being signed, what went wrong, and how it ended. */
class BatchPart extends Div {

    /** What can be done with a batch, by whoever may. */
    interface Actions {

        void stop(SigningBatchId batch);

        void retry(SigningBatchId batch);

        void close();

        void settled();
    }

    private final transient TroubledItems items;
    private final transient Actions actions;
    private final transient Clock clock;
    private final boolean maySign;
    private final H2 title = new H2();
    private final Span counts = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph note = new Paragraph();
    private final Details trouble = new Details();
    private final Button stop = new Button("Berhenti");
    private final Button retry = new Button();
    private final Button close = new Button("Tutup");
    private final Anchor history = new Anchor();
    private transient List<ItemRow> troubled = List.of();

    BatchPart(SigningBatchId batch, TroubledItems items, Actions actions, boolean maySign, Clock clock) {
        this.items = items;
        this.actions = actions;
        this.maySign = maySign;
        this.clock = clock;
        addClassName("batch");
        title.getElement().setAttribute("role", "status");
        counts.addClassName("muted");
        var head = new Div(title, counts);
        head.addClassName("batch-head");
        trouble.addClassName("trouble");
        stop.setDisableOnClick(true);
        stop.addClickListener(click -> actions.stop(batch));
        retry.addThemeVariants(ButtonVariant.PRIMARY);
        retry.setDisableOnClick(true);
        retry.addClickListener(click -> actions.retry(batch));
        close.addClickListener(click -> actions.close());
        history.setText("Rincian sesi");
        history.setHref(SigningRoomView.HISTORY + "/" + batch);
        history.addClassName("button");
        var buttons = new Div(stop, retry, close, history);
        buttons.addClassName("actions");
        add(head, bar, note, trouble, buttons);
    }

    void show(BatchState state) {
        var words = new BatchWords(state, clock.instant());
        title.setText(words.title());
        counts.setText(words.counts());
        bar.setValue(words.share());
        bar.setVisible(state.isRunning());
        show(note, words.note());
        showTrouble(state);
        stop.setVisible(state.isRunning() && state.mine() && maySign);
        stop.setEnabled(!state.batch().stopAsked());
        retry.setVisible(!state.isRunning() && maySign && state.unsigned() > 0);
        retry.setText(words.retry());
        close.setVisible(!state.isRunning());
        history.setVisible(!state.isRunning());
    }

    /** Built again only when it has changed, so that nothing closes under the hand of whoever reads it. */
    private void showTrouble(BatchState state) {
        trouble.setVisible(!state.troubled().isEmpty());
        if (!state.troubled().equals(troubled)) {
            troubled = state.troubled();
            trouble.setSummaryText("%s bermasalah, lihat".formatted(Formats.number(BatchWords.troubled(state))));
            trouble.removeAll();
            trouble.add(items.list(troubled, actions::settled));
            if (BatchWords.troubled(state) > troubled.size()) {
                trouble.add(new Paragraph("Selebihnya ada di rincian sesi."));
            }
            trouble.setOpened(trouble.isOpened() || !state.isRunning());
        }
    }

    private static void show(Paragraph paragraph, @Nullable String text) {
        paragraph.setVisible(text != null);
        paragraph.setText(text == null ? "" : text);
    }
}
