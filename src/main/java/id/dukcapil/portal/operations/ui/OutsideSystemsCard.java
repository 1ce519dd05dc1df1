package id.dukcapil.portal.operations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.OutsideSystem.Answer;
import id.dukcapil.portal.common.OutsideSystem.State;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.operations.OutsideSystems;
import java.util.LinkedHashMap;
import java.util.Map;

/** The systems the portal is connected with; each line fills when its system has answered. */
class OutsideSystemsCard extends Section {

    private final transient OutsideSystems systems;
    private final transient Map<String, Div> lines = new LinkedHashMap<>();

    OutsideSystemsCard(OutsideSystems systems) {
        this.systems = systems;
        addClassNames("card", "pad", "stack");
        add(new H2("Sistem luar"));
        if (systems.names().isEmpty()) {
            add(new Paragraph("Portal ini tidak tersambung dengan sistem luar mana pun."));
        }
        for (String name : systems.names()) {
            var line = new Div();
            line.addClassName("outside-system");
            lines.put(name, line);
            add(line);
        }
    }

    /** Shows the answers as they come in. */
    void ask(UI ui) {
        lines.forEach((name, line) -> {
            line.removeAll();
            line.add(new Span(name), new StatusBadge("memeriksa…", Tone.NEUTRAL));
        });
        systems.probe(
                (name, answer) -> ui.accessLater(() -> show(name, answer), null).run());
    }

    private void show(String name, Answer answer) {
        Div line = lines.get(name);
        if (line == null) {
            return;
        }
        var explanation = new Span(answer.explanation());
        explanation.addClassName("muted");
        line.removeAll();
        line.add(new Span(name), new StatusBadge(label(answer.state()), tone(answer.state())), explanation);
    }

    private static String label(State state) {
        return switch (state) {
            case NOT_CONFIGURED -> "Belum dikonfigurasi";
            case ANSWERS -> "Menjawab";
            case SILENT -> "Tidak menjawab";
        };
    }

    private static Tone tone(State state) {
        return switch (state) {
            case NOT_CONFIGURED -> Tone.WARN;
            case ANSWERS -> Tone.OK;
            case SILENT -> Tone.LATE;
        };
    }
}
