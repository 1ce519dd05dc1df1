package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.submission.Checklist;
import id.dukcapil.portal.submission.SubmissionNumber;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** What has to be looked at before the request passes on, and who has looked. */
class ChecklistPanel extends Div {

    private static final int KEYS = 9;

    private final transient CaseActions actions;
    private final transient SubmissionNumber number;
    private final transient ZoneId zone;
    private final transient Runnable changed;
    private final transient Runnable progress;
    private final boolean mayTick;
    private final transient List<Checkbox> boxes = new ArrayList<>();
    private transient Checklist checklist;

    /**
     * @param changed called when the page shows something that is no longer so
     * @param progress called after every tick
     */
    ChecklistPanel(
            CaseActions actions,
            SubmissionNumber number,
            Checklist checklist,
            boolean mayTick,
            ZoneId zone,
            Runnable changed,
            Runnable progress) {
        this.actions = actions;
        this.number = number;
        this.checklist = checklist;
        this.mayTick = mayTick;
        this.zone = zone;
        this.changed = changed;
        this.progress = progress;
        addClassName("checklist");
        show();
    }

    /** The digits tick the items, wherever a file is open. */
    static void addKeys(KeyHelp keys, IntConsumer toggle) {
        for (int place = 1; place <= KEYS; place++) {
            int item = place;
            keys.with(String.valueOf(place), "Butir %d daftar periksa".formatted(place), () -> toggle.accept(item));
        }
    }

    Checklist checklist() {
        return checklist;
    }

    private void show() {
        removeAll();
        boxes.clear();
        for (int i = 0; i < checklist.items().size(); i++) {
            add(item(checklist.items().get(i), i + 1));
        }
    }

    private Div item(Checklist.Item item, int place) {
        var box = new Checkbox(item.text(), item.tick() != null);
        box.setEnabled(mayTick);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set(item, change.getValue());
            }
        });
        boxes.add(box);
        var note = new Span(note(item));
        note.addClassName("muted");
        var key = new Span();
        key.getElement().setProperty("innerHTML", "<kbd>" + place + "</kbd>");
        key.addClassName("key");
        key.setVisible(mayTick && place <= KEYS);
        var line = new Div(box, key, note);
        line.addClassName("checklist-item");
        return line;
    }

    private String note(Checklist.Item item) {
        Checklist.Tick tick = item.tick();
        return tick == null ? item.basis() : "%s, %s".formatted(tick.by(), Formats.shortDateTime(tick.at(), zone));
    }

    /** Ticks the item at that place, or takes the tick away; the key of its number does this. */
    void toggle(int place) {
        if (mayTick && place <= checklist.items().size()) {
            Checklist.Item item = checklist.items().get(place - 1);
            set(item, item.tick() == null);
        }
    }

    private void set(Checklist.Item item, boolean ticked) {
        actions.tick(number, item.code(), ticked, changed).ifPresent(now -> {
            checklist = now;
            show();
            progress.run();
        });
    }
}
