package id.dukcapil.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.SearchSource.Hit;
import id.dukcapil.portal.shell.Search.Found;
import java.util.List;

/** What was found, one section for each kind, every hit a link to its record. */
class SearchResults extends Div {

    private final transient SearchMemory memory;
    private final boolean chosenByArrows;

    /** @param chosenByArrows whether the arrow keys of the field go through the hits, instead of the Tab key through links */
    SearchResults(SearchMemory memory, boolean chosenByArrows) {
        this.memory = memory;
        this.chosenByArrows = chosenByArrows;
        addClassName("search-results");
        if (chosenByArrows) {
            getElement().setAttribute("role", "listbox").setAttribute("aria-label", "Hasil pencarian");
        }
    }

    void show(List<Found> found) {
        removeAll();
        found.forEach(kind -> add(section(kind)));
    }

    /** A sentence in place of results. */
    void say(String sentence) {
        removeAll();
        var said = new Div(sentence);
        said.addClassName("search-nothing");
        said.getElement().setAttribute("role", "status");
        add(said);
    }

    private Div section(Found kind) {
        var heading = new Span(kind.heading());
        heading.addClassName("label");
        heading.getElement().setAttribute("aria-hidden", "true");
        var section = new Div(heading);
        section.addClassName("search-kind");
        section.getElement().setAttribute("role", "group");
        section.getElement().setAttribute("aria-label", kind.heading());
        kind.hits().forEach(hit -> section.add(link(hit)));
        return section;
    }

    private Anchor link(Hit hit) {
        var title = new Span(hit.title());
        title.addClassName("title");
        var detail = new Span(hit.detail());
        detail.addClassName("detail");
        var link = new Anchor(hit.path());
        link.add(title, detail);
        link.addClassName("search-hit");
        if (chosenByArrows) {
            link.getElement().setAttribute("role", "option").setAttribute("tabindex", "-1");
        }
        link.getElement().addEventListener("click", click -> memory.opened(hit));
        return link;
    }
}
