package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import id.dukcapil.portal.common.ui.KeyHelp;
import java.util.ArrayList;
import java.util.List;

/**
 * A question of the procedure whose answers are equal buttons, none of them chosen beforehand; each says what follows from
 * it and has its number as key.
 */
@StyleSheet("context://styles/parts.css")
public class Fork extends Div {

    private final List<NativeButton> ways = new ArrayList<>();
    private final Div buttons = new Div();
    private final Span reason = new Span();
    private final KeyHelp keys;

    /** @param keys of the view, which learns the numbers of the answers */
    public Fork(String question, KeyHelp keys) {
        this.keys = keys;
        addClassName("fork");
        getElement().setAttribute("role", "group").setAttribute("aria-label", question);
        reason.addClassNames("badge", "neutral");
        reason.setVisible(false);
        var head = new Div(new H3(question), reason);
        head.addClassName("question");
        buttons.addClassName("ways");
        add(head, buttons);
    }

    /** @param consequence what happens then: "Beri nomor P-009, berkas ke operator perekaman" */
    public Fork way(String answer, String consequence, Runnable act) {
        String key = String.valueOf(ways.size() + 1);
        var title = new Span(answer);
        title.addClassName("title");
        var explanation = new Span(consequence);
        explanation.addClassName("muted");
        var button = new NativeButton("", click -> act.run());
        button.add(title, explanation);
        button.getElement().appendChild(new Element("kbd").setText(key).setAttribute("aria-hidden", "true"));
        keys.with(key, answer, () -> {
            if (button.isEnabled() && isVisible()) {
                act.run();
            }
        });
        ways.add(button);
        buttons.add(button);
        return this;
    }

    /** Closes the answers and says why: "terbuka setelah serah terima". An empty reason opens them. */
    public void shut(String why) {
        reason.setText(why);
        reason.setVisible(!why.isEmpty());
        ways.forEach(button -> button.setEnabled(why.isEmpty()));
    }
}
