package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.sla.StandardStep;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The steps of one procedure as a path through the lanes of who carries them out: the width of a way is its volume, the colour of
 * a step its ninetieth percentile against the standard. Ways back are dashed. The table below says the same.
 */
final class LanePicture extends Div {

    private static final int WIDTH = 748;
    private static final int LEFT = 120;
    private static final int LANE = 31;
    private static final int NODE = 66;
    private static final double WIDEST = 22;

    private final StandardNames names;
    private final String standard;
    private final Map<Integer, Tally> steps = new TreeMap<>();
    private final Map<Integer, Boolean> forOffice = new TreeMap<>();
    private final List<String> lanes = new ArrayList<>();
    private final Map<Way, Integer> ways;

    private record Way(int from, int to) {}

    LanePicture(StandardNames names, String standard, Answer answer) {
        this.names = names;
        this.standard = standard;
        addClassName("lanes");
        answer.steps().forEach((key, tally) -> {
            if (key.standard().equals(standard)) {
                steps.putIfAbsent(key.step(), tally);
                forOffice.putIfAbsent(key.step(), key.forOffice());
            }
        });
        steps.keySet().forEach(step -> {
            if (!lanes.contains(lane(step))) {
                lanes.add(lane(step));
            }
        });
        ways = ways(answer);
        add(new Html("<div>%s</div>".formatted(drawing())));
    }

    private Map<Way, Integer> ways(Answer answer) {
        var found = new HashMap<Way, Integer>();
        answer.paths().forEach((key, tally) -> {
            if (key.standard().equals(standard)) {
                String[] path = key.path().split("-", -1);
                for (int i = 1; i < path.length; i++) {
                    if (isNumber(path[i - 1]) && isNumber(path[i])) {
                        found.merge(
                                new Way(Integer.parseInt(path[i - 1]), Integer.parseInt(path[i])),
                                tally.count(),
                                Integer::sum);
                    }
                }
            }
        });
        return found;
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,4}");
    }

    private String lane(int step) {
        return names.step(standard, step)
                .map(StandardStep::actors)
                .filter(actors -> !actors.isEmpty())
                .map(List::getFirst)
                .orElse("Lainnya");
    }

    private String drawing() {
        var svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, lanes.size() * LANE, "Jalur langkah; angkanya ada pada tabel di bawah"));
        for (int i = 0; i < lanes.size(); i++) {
            svg.append("<path class=\"lane-line\" d=\"M0 %d H%d\"></path><text x=\"16\" y=\"%d\">%s</text>"
                    .formatted((i + 1) * LANE, WIDTH, i * LANE + 20, HtmlUtils.htmlEscape(shortened(lanes.get(i)))));
        }
        int most = ways.values().stream().max(Integer::compare).orElse(1);
        ways.forEach((way, count) -> svg.append(way(way, count, most)));
        steps.forEach((step, tally) -> svg.append(node(step, tally)));
        return svg.append("</svg>").toString();
    }

    private static String shortened(String lane) {
        return lane.length() <= 17 ? lane : lane.substring(0, 16) + "…";
    }

    private double x(int step) {
        int place = new ArrayList<>(steps.keySet()).indexOf(step);
        return LEFT + (WIDTH - LEFT - NODE - 8.0) * place / Math.max(1, steps.size() - 1);
    }

    private double y(int step) {
        return lanes.indexOf(lane(step)) * LANE + LANE / 2.0;
    }

    private String way(Way way, int count, int most) {
        if (!steps.containsKey(way.from()) || !steps.containsKey(way.to())) {
            return "";
        }
        if (way.to() <= way.from()) {
            double x = x(way.from()) + NODE / 2.0;
            double back = x(way.to()) + NODE / 2.0;
            double y = y(way.from());
            return String.format(
                    Locale.ROOT,
                    "<path class=\"back\" d=\"M%1$.1f %2$.1fC%1$.1f %3$.1f %4$.1f %3$.1f %4$.1f %5$.1f\"></path>"
                            + "<text class=\"back\" x=\"%6$.1f\" y=\"%7$.1f\">↩ %8$s</text>",
                    x,
                    y - 10,
                    Math.min(y, y(way.to())) - 24,
                    back,
                    y(way.to()) - 10,
                    x + 6,
                    y - 12,
                    Formats.number(count));
        }
        double from = x(way.from()) + NODE;
        double to = x(way.to());
        return String.format(
                Locale.ROOT,
                "<path class=\"way %1$s\" stroke-width=\"%2$.1f\" d=\"M%3$.1f %4$.1fC%5$.1f %4$.1f %5$.1f %6$.1f %7$.1f %6$.1f\">"
                        + "</path>",
                look(way.to()),
                Math.max(1.2, WIDEST * count / most),
                from,
                y(way.from()),
                (from + to) / 2,
                y(way.to()),
                to);
    }

    private String look(int step) {
        return Figures.tone(steps.getOrDefault(step, Tally.NONE), target(step)).cssClass();
    }

    private @Nullable Integer target(int step) {
        return names.target(new Answer.StepKey(standard, step, forOffice.getOrDefault(step, true)));
    }

    private String node(int step, Tally tally) {
        Integer target = target(step);
        String words = target == null || target == 0
                ? "langkah " + step
                : "%d · %d%%".formatted(step, Math.round(100.0 * tally.p90() / target));
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"24\" rx=\"4\"></rect>"
                        + "<text class=\"node %s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                look(step),
                x(step),
                y(step) - 12,
                NODE,
                look(step),
                x(step) + NODE / 2.0,
                y(step) + 4,
                words);
    }
}
