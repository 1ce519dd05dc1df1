package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What waits as one list by urgency: a reason and one act a row, the most urgent at the top. */
@StyleSheet("context://styles/parts.css")
public class UrgencyList extends Sheet {

    /** @param work in any order; work that is equally urgent and due keeps it */
    public UrgencyList(String heading, List<UrgentWork> work) {
        super(heading);
        if (work.isEmpty()) {
            add(new EmptyState(
                    "Tidak ada yang menunggu Anda",
                    "Pekerjaan yang perlu Anda tangani akan muncul di sini dengan sendirinya."));
            return;
        }
        note("%s pekerjaan, yang paling mendesak di atas".formatted(Formats.number(work.size())));
        work.stream()
                .sorted(UrgentWork.ORDER)
                .collect(Collectors.groupingBy(UrgentWork::urgency, TreeMap::new, Collectors.toList()))
                .forEach(this::addGroup);
    }

    private void addGroup(UrgentWork.Urgency urgency, List<UrgentWork> work) {
        var heading = new H3("%s · %s".formatted(urgency.label(), Formats.number(work.size())));
        heading.addClassNames("label", "urgency");
        var rows = new UnorderedList(work.stream().map(UrgencyList::row).toArray(ListItem[]::new));
        rows.addClassName("urgent-work");
        add(heading, rows);
    }

    private static ListItem row(UrgentWork work) {
        var title = new Span(work.title());
        title.addClassName("title");
        var reason = new Span(work.reason());
        reason.addClassName("muted");
        var what = new Div(title, reason);
        what.addClassName("what");
        var act = new Anchor(work.link(), work.action());
        act.addClassName("button");
        // The verbs of several rows are the same; the name says which is which
        act.setAriaLabel("%s: %s".formatted(work.action(), work.title()));
        var time = work.time().isEmpty() ? new Span() : new StatusBadge(work.time(), work.tone());
        return new ListItem(what, time, act);
    }
}
