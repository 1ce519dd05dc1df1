package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.common.CaseFigures.Figures;
import id.dukcapil.portal.common.CaseFigures.Measure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a request has cost: working time of the office step by step, and beside it, never added, the time for which it
 * waited for the applicant.
 */
public class CaseTimes extends Div {

    public CaseTimes(Figures figures, ZoneId zone) {
        addClassName("case-times");
        Measure whole = figures.whole();
        var facts = new KeyValueList().with("Waktu kantor", spent(whole));
        for (CaseFigures.Step step : figures.steps()) {
            facts.with("Langkah %d".formatted(step.number()), step(step));
        }
        facts.with("Waktu pemohon", Formats.duration(whole.citizen()));
        if (whole.paused().isPositive()) {
            facts.with("Jeda kerusakan teknis", Formats.workingTime(whole.paused()));
        }
        facts.with("Jam kantor", state(figures.state()));
        if (whole.due() != null || figures.state() != CaseFigures.ClockState.ENDED) {
            facts.with("Batas seluruhnya", due(whole.due(), zone));
        }
        add(facts);
    }

    private static Component step(CaseFigures.Step step) {
        Component spent = spent(step.time());
        spent.getElement().setAttribute("title", step.name());
        return spent;
    }

    private static Component spent(Measure time) {
        Duration target = time.target();
        var spent = new Span(
                target == null
                        ? Formats.workingTime(time.spent())
                        : "%s dari %s".formatted(Formats.workingTime(time.spent()), Formats.workingTime(target)));
        var both = new Span(spent);
        both.addClassName("case-time");
        if (time.isBreached()) {
            both.add(new StatusBadge("terlampaui", Tone.LATE));
        }
        return both;
    }

    private static String state(CaseFigures.ClockState state) {
        return switch (state) {
            case RUNNING -> "berjalan";
            case PAUSED -> "berhenti karena kerusakan teknis";
            case WITH_APPLICANT -> "berhenti, menunggu pemohon";
            case ENDED -> "selesai";
        };
    }

    private static String due(@Nullable Instant due, ZoneId zone) {
        return due == null ? "belum dapat ditentukan" : Formats.dateTime(due, zone);
    }
}
