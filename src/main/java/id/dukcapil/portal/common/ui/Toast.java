package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one toast of a window. Sentences of one round trip stand below each other; those of a later one replace them,
 * except what is more severe than the new sentence and what can still be taken back. {@code toast.js} keeps it off
 * every control.
 */
final class Toast extends Notification {

    /** A sentence with the time for which it is shown; with {@code undo} also the time for which that is offered. */
    record Line(
            Tone tone,
            String sentence,
            Duration time,
            @Nullable Runnable undo,
            long since) {

        static final Duration UNTIL_CLOSED = Duration.ZERO;

        Line(Tone tone, String sentence, Duration time) {
            this(tone, sentence, time, null);
        }

        Line(Tone tone, String sentence, Duration time, @Nullable Runnable undo) {
            this(tone, sentence, time, undo, System.nanoTime());
        }

        private Duration left() {
            return time.minusNanos(System.nanoTime() - since);
        }

        private boolean outlives(Line next) {
            boolean canStillBeUndone = undo != null && next.undo == null && left().isPositive();
            return canStillBeUndone || tone.compareTo(next.tone) > 0;
        }

        private boolean saysTheSameAs(Line other) {
            return tone == other.tone && undo == null && other.undo == null && sentence.equals(other.sentence);
        }
    }

    private final transient List<Line> lines;
    private final int times;
    private final int earlier;
    private boolean seen;

    private Toast(List<Line> lines, int times, int earlier) {
        this.lines = lines;
        this.times = times;
        this.earlier = earlier;
        Tone tone = lines.stream().map(Line::tone).max(Tone::compareTo).orElseThrow();
        var sheet = new Sheet();
        sheet.addClassNames("notice", tone.cssClass());
        lines.forEach(line -> sheet.add(sentence(line)));
        var close = new Button("Tutup", click -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        sheet.add(close);
        add(sheet);
        setDuration(duration());
        setAssertive(tone == Tone.LATE);
        setPosition(Position.BOTTOM_END);
    }

    static void show(Line line) {
        UI ui = UI.getCurrent();
        Toast toast = Optional.ofNullable(ComponentUtil.getData(ui, Toast.class))
                .filter(Notification::isOpened)
                .map(shown -> shown.replacedBy(line))
                .orElseGet(() -> new Toast(List.of(line), 1, 0));
        ComponentUtil.setData(ui, Toast.class, toast);
        toast.open();
        ui.beforeClientResponse(toast, sent -> toast.seen = true);
    }

    private Toast replacedBy(Line next) {
        close();
        var kept = new ArrayList<>(lines);
        boolean again = kept.removeIf(next::saysTheSameAs);
        if (seen) {
            kept.removeIf(line -> !line.outlives(next));
        }
        int replaced = lines.size() - kept.size() - (again ? 1 : 0);
        kept.add(next);
        return new Toast(kept, again ? times + 1 : 1, earlier + replaced);
    }

    private int duration() {
        boolean untilClosed = lines.stream().anyMatch(line -> line.time().equals(Line.UNTIL_CLOSED));
        return untilClosed
                ? 0
                : lines.stream()
                        .mapToInt(line -> Math.toIntExact(line.left().toMillis()))
                        .max()
                        .orElse(0);
    }

    private Div sentence(Line line) {
        var text = new Span(line.sentence());
        var shown = new Div(text);
        shown.addClassName("sentence");
        if (line.equals(lines.getLast()) && times + earlier > 1) {
            var count = new Span(times > 1 ? times + "×" : "+%d sebelumnya".formatted(earlier));
            count.addClassName("count");
            shown.add(count);
        }
        if (line.undo() != null) {
            offer(shown, line.undo(), line.left());
        }
        return shown;
    }

    private void offer(Div shown, Runnable undo, Duration time) {
        var button = new Button("Urungkan", click -> {
            close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        var clock = new Div();
        clock.addClassName("undo-clock");
        clock.getElement().setAttribute("aria-hidden", "true");
        shown.addClassName("undo");
        shown.getStyle().set("--undo-time", time.toMillis() + "ms");
        shown.add(button, clock);
    }

    @Tag("portal-toast")
    @JavaScript("context://components/toast.js")
    private static final class Sheet extends Div {}
}
