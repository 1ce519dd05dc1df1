package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Says in one sentence what was done or what went wrong, with the case number where there is one. */
public final class Notify {

    private static final int SHORT = 5_000;
    private static final int LONG = 10_000;
    private static final int UNTIL_CLOSED = 0;

    private Notify() {}

    /** Confirms what was done; goes away by itself. */
    public static void done(String sentence) {
        show(sentence, Tone.OK, SHORT);
    }

    /** Something to know before going on. */
    public static void warning(String sentence) {
        show(sentence, Tone.WARN, LONG);
    }

    /** What could not be done and why; stays until it is closed. */
    public static void problem(String sentence) {
        show(sentence, Tone.LATE, UNTIL_CLOSED);
    }

    private static void show(String sentence, Tone tone, int duration) {
        var notification = new Notification();
        var text = new Span(sentence);
        text.addClassName("sentence");
        var close = new Button("Tutup", click -> notification.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        var content = new Div(text, close);
        content.addClassNames("notice", tone.cssClass());
        notification.add(content);
        notification.setDuration(duration);
        notification.setAssertive(tone == Tone.LATE);
        notification.setPosition(Notification.Position.BOTTOM_END);
        notification.open();
    }
}
