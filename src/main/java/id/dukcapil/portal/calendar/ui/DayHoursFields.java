package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One weekday of the week being edited: open or not, from when to when, and the rest. */
class DayHoursFields extends Div {

    private static final ServiceHours BEGINNING = new ServiceHours(LocalTime.of(8, 0), LocalTime.of(15, 0));

    private final transient DayOfWeek day;
    private final Checkbox open = new Checkbox();
    private final TimePicker opens = time("buka");
    private final TimePicker closes = time("tutup");
    private final TimePicker restFrom = time("istirahat mulai");
    private final TimePicker restTo = time("istirahat selesai");

    DayHoursFields(DayOfWeek day, Runnable changed) {
        this.day = day;
        addClassName("day-hours");
        open.setLabel(Formats.weekday(day));
        open.addValueChangeListener(change -> {
            times().forEach(field -> field.setEnabled(change.getValue()));
            if (change.isFromClient() && change.getValue() && opens.isEmpty()) {
                opens.setValue(BEGINNING.opens());
                closes.setValue(BEGINNING.closes());
            }
            changed.run();
        });
        times().forEach(field -> field.addValueChangeListener(change -> changed.run()));
        add(
                open,
                labelled("Buka", opens),
                labelled("Tutup", closes),
                labelled("Istirahat", restFrom),
                labelled("s.d.", restTo));
    }

    /** On a wide screen the head of the week says it; below a phone's width the head has no room. */
    private static Div labelled(String text, TimePicker field) {
        var label = new Span(text);
        label.addClassName("label");
        label.getElement().setAttribute("aria-hidden", "true");
        return new Div(label, field);
    }

    private TimePicker time(String what) {
        TimePicker field = Indonesian.timePicker("");
        field.setAriaLabel(what);
        field.setStep(Duration.ofMinutes(30));
        field.setMin(LocalTime.of(5, 0));
        field.setMax(LocalTime.of(22, 0));
        return field;
    }

    private List<TimePicker> times() {
        return List.of(opens, closes, restFrom, restTo);
    }

    /** @param hours none for a day without service */
    void show(@Nullable ServiceHours hours) {
        open.setValue(hours != null);
        opens.setValue(hours == null ? null : hours.opens());
        closes.setValue(hours == null ? null : hours.closes());
        restFrom.setValue(hours == null ? null : hours.restFrom());
        restTo.setValue(hours == null ? null : hours.restTo());
        times().forEach(field -> {
            field.setAriaLabel(
                    Formats.weekday(day) + ", " + field.getAriaLabel().orElse(""));
            field.setEnabled(hours != null);
        });
    }

    /**
     * Empty for a day without service.
     *
     * @throws InvalidInput when the times contradict each other
     */
    Optional<ServiceHours> read() {
        if (!open.getValue()) {
            return Optional.empty();
        }
        if (times().stream().anyMatch(field -> FieldFindings.unreadable(field).isPresent())) {
            throw unusable("ada jam yang tidak dikenal; tulis misalnya 09.15");
        }
        LocalTime from = opens.getValue();
        LocalTime to = closes.getValue();
        LocalTime rest = restFrom.getValue();
        LocalTime restEnd = restTo.getValue();
        if (from == null || to == null || !from.isBefore(to)) {
            throw unusable("jam buka harus sebelum jam tutup");
        }
        if ((rest == null) != (restEnd == null)) {
            throw unusable("isi awal dan akhir istirahat, atau kosongkan keduanya");
        }
        if (rest != null
                && restEnd != null
                && !(from.isBefore(rest) && rest.isBefore(restEnd) && restEnd.isBefore(to))) {
            throw unusable("istirahat harus di antara jam buka dan jam tutup");
        }
        return Optional.of(new ServiceHours(from, to, rest, restEnd));
    }

    private InvalidInput unusable(String why) {
        return new InvalidInput("hours", Formats.weekday(day) + ": " + why + ".");
    }
}
