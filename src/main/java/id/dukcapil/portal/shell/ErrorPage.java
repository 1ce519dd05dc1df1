package id.dukcapil.portal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A page that says calmly why there is nothing to see, and leads back. */
abstract class ErrorPage extends Div {

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final Span number = new Span();

    ErrorPage() {
        addClassNames("page", "error-page");
        number.addClassName("incident");
        number.setVisible(false);
        var back = new Button("Kembali");
        back.getElement().executeJs("this.addEventListener('click', () => history.back())");
        var home = new Anchor("", "Ke Beranda");
        home.addClassNames("button", "primary");
        var ways = new Div(home, back);
        ways.addClassName("ways");
        add(title, sentence, number, ways);
    }

    final void say(String heading, String explanation) {
        title.setText(heading);
        sentence.setText(explanation);
    }

    final void showNumber(Incident incident) {
        number.setText("Nomor gangguan " + incident.number());
        number.setVisible(true);
    }
}
