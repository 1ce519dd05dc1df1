package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.ui.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The home page of one person while the rooms fill it. */
public final class Desk {

    private final List<Component> leads = new ArrayList<>();
    private final List<UrgentWork> work = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Figure> answers = new ArrayList<>();
    private final List<Sheet> drawings = new ArrayList<>();

    /**
     * Puts what this person is here for above the list: how much of it waits, drawn, and the primary act of the page.
     *
     * @param label of the part for screen readers
     * @param count the link behind the large figure
     */
    public void lead(String label, FigureLink count, Component drawing, String act, String link) {
        count.addClassName("count");
        var primary = new Anchor(link, act);
        primary.addClassNames("button", "primary");
        var lead = new Div(count, drawing, primary);
        lead.addClassNames("card", "lead");
        lead.getElement().setAttribute("role", "region").setAttribute("aria-label", label);
        leads.add(lead);
    }

    public void urgent(UrgentWork waiting) {
        work.add(waiting);
    }

    /** A figure of today; it links to what is behind it. */
    public void figure(Figure figure) {
        figures.add(figure);
    }

    /** A figure of a longer time that others ask this person for; it links to what is behind it. */
    public void answer(Figure figure) {
        answers.add(figure);
    }

    /** A drawing beside the list, with its table. */
    public void drawing(Sheet drawing) {
        drawings.add(drawing);
    }

    public List<Component> leads() {
        return Collections.unmodifiableList(leads);
    }

    public List<UrgentWork> work() {
        return Collections.unmodifiableList(work);
    }

    public List<Figure> figures() {
        return Collections.unmodifiableList(figures);
    }

    public List<Figure> answers() {
        return Collections.unmodifiableList(answers);
    }

    public List<Sheet> drawings() {
        return Collections.unmodifiableList(drawings);
    }
}
