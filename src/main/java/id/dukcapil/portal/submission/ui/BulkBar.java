package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.submission.BatchResult;
import id.dukcapil.portal.submission.SeenSubmission;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What can be done with several requests at once, and what became of each. */
class BulkBar extends Div {

    private final transient CaseActions actions;
    private final transient Runnable changed;
    private final Span count = new Span();
    private transient Set<InboxLine> chosen = Set.of();

    /** @param clear takes the marks off the list */
    BulkBar(CaseActions actions, Runnable clear, Runnable changed) {
        this.actions = actions;
        this.changed = changed;
        addClassNames("bulk-bar", "card");
        getElement().setAttribute("role", "toolbar").setAttribute("aria-label", "Permohonan yang dipilih");
        var claim = new Button("Pegang semua", click -> act("Memegang", this::claim));
        var pass = new Button("Teruskan yang tanpa temuan", click -> act("Meneruskan", this::pass));
        pass.addThemeVariants(ButtonVariant.PRIMARY);
        var none = new Button("Batalkan pilihan", click -> clear.run());
        none.addThemeVariants(ButtonVariant.TERTIARY);
        add(count, claim, pass, none);
        setVisible(false);
    }

    void show(Set<InboxLine> lines) {
        chosen = Set.copyOf(lines);
        count.setText("%d dipilih".formatted(lines.size()));
        setVisible(!lines.isEmpty());
    }

    private List<BatchResult> claim() {
        return actions.claimAll(chosen.stream().map(line -> line.row().number()).toList());
    }

    private List<BatchResult> pass() {
        return actions.passAll(chosen.stream()
                .map(line -> new SeenSubmission(line.row().number(), line.row().version()))
                .toList());
    }

    private void act(String what, Supplier<List<BatchResult>> work) {
        try {
            List<BatchResult> results = work.get();
            report(what, results);
            changed.run();
        } catch (InvalidInput tooMany) {
            Notify.warning(String.valueOf(tooMany.getMessage()));
        }
    }

    private static void report(String what, List<BatchResult> results) {
        long done = results.stream().filter(BatchResult::isDone).count();
        if (done == results.size()) {
            Notify.done("%s %d permohonan: semua berhasil.".formatted(what, done));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("batch-results");
        results.stream().filter(result -> !result.isDone()).forEach(result -> list.add(line(result)));
        var dialog = new Dialog("%s permohonan: %d berhasil, %d tidak".formatted(what, done, results.size() - done));
        dialog.setWidth("min(36rem, 96vw)");
        dialog.add(list);
        var close = new Button("Tutup", click -> dialog.close());
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        dialog.open();
    }

    private static ListItem line(BatchResult result) {
        var why = new Span(result.refusal() == null ? "" : result.refusal());
        why.addClassName("muted");
        return new ListItem(new Span(result.number().value()), new StatusBadge("tidak berubah", Tone.WARN), why);
    }
}
