package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.ui.Confirm;
import java.util.List;

/**
 * The closing of a day: what still holds it up, each with its way there; then the one act that locks the figures; then the
 * lock with its digest. What counts as a hindrance and what is locked is the room's business.
 */
@StyleSheet("context://styles/parts.css")
public class DayClosing extends Sheet {

    private static final String LOCK = """
            <div aria-hidden="true"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2">\
            <rect x="4" y="10" width="16" height="11" rx="1.5"></rect>\
            <path d="M8 10V7a4 4 0 0 1 8 0v3M12 14v3"></path></svg></div>""";

    private final Div body = new Div();

    /**
     * Something that has to be done first.
     *
     * @param sentence "2 orang masih dilayani"
     * @param way to it, "Lihat"
     */
    public record Hindrance(String sentence, String way, String link) {}

    public DayClosing(String heading) {
        super(heading);
        addClassName("day-closing");
        body.addClassName("pad");
        add(body);
    }

    /**
     * The day is open.
     *
     * @param consequence what the closing does, in a sentence that is also asked before it
     * @param close locks the day; offered only when nothing is in the way
     */
    public void showOpen(List<Hindrance> hindrances, String consequence, Runnable close) {
        body.removeAll();
        var act = new Button(
                "Tutup dan kunci", click -> Confirm.ask("Tutup hari ini?", consequence, "Tutup dan kunci", close));
        act.addThemeVariants(ButtonVariant.PRIMARY);
        act.setEnabled(hindrances.isEmpty());
        if (hindrances.isEmpty()) {
            body.add(new Paragraph(consequence));
        } else {
            var list = new UnorderedList(hindrances.stream()
                    .map(one -> new ListItem(new Span(one.sentence()), new FigureLink(one.way(), one.link())))
                    .toArray(ListItem[]::new));
            list.addClassName("holds");
            body.add(new Paragraph("Sebelum hari ini dapat ditutup:"), list);
        }
        body.add(act);
    }

    /** The day is closed. */
    public void showClosed(ClosedDay day) {
        body.removeAll();
        body.add(band(day));
    }

    private static Component band(ClosedDay day) {
        var title = new Span("Ditutup dan dikunci");
        title.addClassName("title");
        var digest = new Span("SHA-256 " + day.digest());
        digest.addClassName("digest");
        var note = new Span(day.correctionNote());
        note.addClassName("muted");
        var facts = new Div(new Div(title, new Text(" " + day.sentence())), digest, new Div(note));
        var band = new Div(new Html(LOCK), facts);
        band.addClassName("lock-band");
        return band;
    }
}
