package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Step;
import id.dukcapil.portal.common.ui.parts.StepStrip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** One person at the counter: who it is, the six steps with their times, and what comes next. */
class PersonStrip extends Div {

    static final List<String> STEPS = List.of("Aplikasi", "Isi data", "Swafoto", "Pindai QR", "Kode", "Arsip");

    private static final Duration STANDARD = Duration.ofMinutes(5);

    /** @param next the button of the next step, or a badge that says what is waited for */
    PersonStrip(ActivationDetails activation, boolean chosen, Instant now, int faceLimit, Component next) {
        addClassName("person-strip");
        getElement().setAttribute("role", "group").setAttribute("aria-label", activation.name());
        if (chosen) {
            addClassName("chosen");
            getElement().setAttribute("aria-current", "true");
        }
        var name = new Span(activation.name());
        name.addClassName("name");
        var head = new Div(name);
        if (!activation.local()) {
            head.add(new StatusBadge("luar domisili", Tone.NEUTRAL));
        }
        if (!activation.purpose().isNew()) {
            head.add(new StatusBadge(activation.purpose().label(), Tone.INFO));
        }
        var detail = new Span(activation.nik().masked() + " · " + activation.domicile());
        detail.addClassName("muted");
        var who = new Div(head, detail);
        who.addClassName("who");
        var end = new Div(next);
        end.addClassName("next");
        add(who, StepStrip.bars(steps(activation, now, faceLimit)), end);
    }

    private static List<Step> steps(ActivationDetails activation, Instant now, int faceLimit) {
        Integer current = activation.status().row();
        return IntStream.rangeClosed(1, STEPS.size())
                .mapToObj(number ->
                        step(activation, number, current == null ? STEPS.size() + 1 : current, now, faceLimit))
                .toList();
    }

    private static Step step(ActivationDetails activation, int number, int current, Instant now, int faceLimit) {
        String title = STEPS.get(number - 1);
        if (number < current) {
            Duration spent = activation.spentIn(number);
            return Step.of(Step.Progress.DONE, title, spent == null ? "" : time(spent));
        }
        if (number > current) {
            return Step.of(Step.Progress.AHEAD, title, "");
        }
        if (activation.mail().failed()) {
            return Step.of(Step.Progress.STOPPED, title, activation.mail().label());
        }
        if (activation.status() == ActivationStatus.FACE_NOT_MATCHED) {
            return Step.of(
                    Step.Progress.REPEATED,
                    title,
                    "%d dari %d".formatted(activation.faceAttempts(), Math.max(faceLimit, activation.faceAttempts())));
        }
        Duration waiting = Duration.between(activation.stepSince(), now);
        return Step.current(title, time(waiting), (double) waiting.toMillis() / STANDARD.toMillis());
    }

    /** {@code 40 dtk}, {@code 3 mnt}, {@code 2 jam 10 mnt}. */
    static String time(Duration length) {
        return length.compareTo(Duration.ofMinutes(1)) < 0
                ? Math.max(0, length.toSeconds()) + " dtk"
                : Formats.duration(length);
    }
}
