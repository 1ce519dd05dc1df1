package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Sentences that must not be overlooked, on the soft colour of their tone and under a word that says why. */
public class Callout extends Div {

    public Callout(String label, Tone tone, String sentence) {
        this(label, tone, List.of(sentence));
    }

    public Callout(String label, Tone tone, List<String> sentences) {
        addClassNames("callout", tone.cssClass());
        getElement().setAttribute("role", "note");
        var strong = new HtmlContainer("strong");
        strong.setText(label);
        add(strong, new Div(sentences.stream().map(Paragraph::new).toArray(Paragraph[]::new)));
    }
}
