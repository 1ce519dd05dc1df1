package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.ZoneId;
import java.util.List;

/** What happened to a request or an incident so far. */
class CaseTimeline extends OrderedList {

    private static final long serialVersionUID = 1L;

    CaseTimeline(List<? extends StepTaken<?, ?>> history, ZoneId zone) {
        addClassName("timeline");
        history.forEach(event -> add(line(event, zone)));
    }

    private static ListItem line(StepTaken<?, ?> event, ZoneId zone) {
        var item = new ListItem(
                new Span(event.action().label()), muted(event.actor() + ", " + Formats.shortDateTime(event.at(), zone)));
        if (event.reason() != null) {
            item.add(muted(event.reason()));
        }
        return item;
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
