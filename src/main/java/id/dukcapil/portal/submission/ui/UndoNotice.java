package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;

/** Says what was decided and offers to take it back, for as long as that is possible. */
final class UndoNotice {

    private UndoNotice() {}

    static void show(String sentence, Duration time, Runnable undo) {
        var notification = new Notification();
        var text = new Span(sentence);
        text.addClassName("sentence");
        var button = new Button("Urungkan", click -> {
            notification.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        var clock = new Div();
        clock.addClassName("undo-clock");
        clock.getStyle().set("animation-duration", time.toMillis() + "ms");
        clock.getElement().setAttribute("aria-hidden", "true");
        var content = new Div(text, button, clock);
        content.addClassNames("notice", "ok", "undo");
        notification.add(content);
        notification.setDuration(Math.toIntExact(time.toMillis()));
        notification.setPosition(Notification.Position.BOTTOM_END);
        notification.open();
    }
}
