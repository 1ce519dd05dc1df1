package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Tone;

/** The large line below the scan field: what came of the last ticket, and what can be done about it. */
class ScanAnswer extends Div {

    private static final long serialVersionUID = 1L;
    private static final String LOOK = "scan-answer";

    ScanAnswer() {
        addClassName(LOOK);
        getElement().setAttribute("role", "status");
    }

    void say(String sentence, Tone tone) {
        removeAll();
        setClassName(LOOK + " " + tone.cssClass());
        var line = new Span(sentence);
        line.addClassName("line");
        add(line);
    }

    void offer(String label, Runnable action) {
        var button = new Button(label, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(button);
    }
}
