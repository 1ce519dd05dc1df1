package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.StatusBadge;
import java.util.List;

/**
 * The steps of a procedure side by side with their times: {@link #of} for the head of one case, {@link #bars} for rows of
 * a list, which stand below each other like the columns of a table under {@link #heads}.
 */
@StyleSheet("context://styles/parts.css")
public class StepStrip extends Div {

    private StepStrip(String look, int steps) {
        addClassNames("step-strip", look);
        getStyle().set("--steps", String.valueOf(steps));
    }

    /** Numbered dots on a line with title, actor, time and the ways out of each step; below each other on a phone. */
    public static StepStrip of(List<Step> steps) {
        var strip = new StepStrip("dots", steps.size());
        var list = new OrderedList();
        for (Step step : steps) {
            ListItem item = item(step);
            item.add(line("title", step.title()));
            if (!step.note().isEmpty()) {
                item.add(line("note", step.note()));
            }
            if (!step.time().isEmpty()) {
                item.add(new StatusBadge(step.time(), step.tone()));
            }
            step.ways().forEach(way -> item.add(line("way", way)));
            list.add(item);
        }
        strip.add(list);
        return strip;
    }

    /** A bar a step with its time below; a phone shows the words of the step that is going on instead. */
    public static StepStrip bars(List<Step> steps) {
        var strip = new StepStrip("bars", steps.size());
        var list = new OrderedList();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            ListItem item = item(step);
            item.getStyle().set("--share", Math.round(step.share() * 100) + "%");
            item.add(line("sr-only", "%d %s,".formatted(i + 1, step.title())), line("time", shown(step.time())));
            list.add(item);
            if (step.progress() != Step.Progress.DONE && step.progress() != Step.Progress.AHEAD) {
                Span now = line("now", "%d %s · %s".formatted(i + 1, step.title(), shown(step.time())));
                now.addClassName(step.progress().cssClass());
                now.getElement().setAttribute("aria-hidden", "true");
                strip.add(now);
            }
        }
        strip.addComponentAsFirst(list);
        return strip;
    }

    /** The titles above rows of {@link #bars}; away on a phone. */
    public static StepStrip heads(List<String> titles) {
        var strip = new StepStrip("heads", titles.size());
        for (int i = 0; i < titles.size(); i++) {
            strip.add(new Span("%d %s".formatted(i + 1, titles.get(i))));
        }
        return strip;
    }

    private static ListItem item(Step step) {
        var item = new ListItem(line("sr-only", step.progress().word() + ":"));
        item.addClassName(step.progress().cssClass());
        if (step.progress() == Step.Progress.CURRENT) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private static String shown(String time) {
        return time.isEmpty() ? "–" : time;
    }

    private static Span line(String look, String text) {
        var line = new Span(text);
        line.addClassName(look);
        return line;
    }
}
