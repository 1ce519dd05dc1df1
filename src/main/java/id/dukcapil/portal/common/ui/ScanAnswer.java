package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What the last scan led to, as a sentence that stays until the next one, and what can be done about it. */
public class ScanAnswer extends Div {

    private static final String LOOK = "scan-answer";

    ScanAnswer() {
        addClassName(LOOK);
        getElement().setAttribute("role", "status");
    }

    public void say(String sentence, Tone tone) {
        removeAll();
        setClassName(LOOK + " " + tone.cssClass());
        part("line", sentence);
    }

    /**
     * The same with the outcome in a word before it, and the time of the scan behind.
     *
     * @param time "10.41.07", by which an equal answer is seen to be a new one
     */
    public void say(String outcome, String sentence, String time, Tone tone) {
        say(outcome, tone);
        part("sentence", sentence);
        part("time", time);
    }

    public void offer(String label, Runnable action) {
        var button = new Button(label, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(button);
    }

    private void part(String look, String text) {
        var part = new Span(text);
        part.addClassName(look);
        add(part);
    }
}
