package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happened so far, one item for each event, with who and when, and the reason if one was given. */
public final class Timeline extends OrderedList {

    public Timeline() {
        addClassName("timeline");
    }

    /** The history of a case. */
    public static Timeline of(List<? extends StepTaken<?, ?>> steps, ZoneId zone) {
        return of(steps, step -> step.action().label(), StepTaken::actor, StepTaken::at, StepTaken::reason, zone);
    }

    public static <E> Timeline of(
            List<? extends E> events,
            Function<E, String> what,
            Function<E, String> who,
            Function<E, Instant> when,
            Function<E, @Nullable String> why,
            ZoneId zone) {
        var timeline = new Timeline();
        events.forEach(event -> timeline.with(
                what.apply(event),
                who.apply(event) + ", " + Formats.shortDateTime(when.apply(event), zone),
                why.apply(event)));
        return timeline;
    }

    /** @param notes smaller below; those that are none or empty are left out */
    public ListItem with(String what, @Nullable String... notes) {
        var item = new ListItem(new Span(what));
        for (String note : notes) {
            if (note != null && !note.isEmpty()) {
                var line = new Span(note);
                line.addClassName("muted");
                item.add(line);
            }
        }
        add(item);
        return item;
    }
}
