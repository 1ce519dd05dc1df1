package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.booking.RelocationPlan;
import id.dukcapil.portal.booking.RelocationPlan.Choice;
import id.dukcapil.portal.booking.RelocationPlan.OpenDay;
import id.dukcapil.portal.booking.RelocationPlan.Passenger;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Everybody who has booked the days, in the order of the plan, each with the day that the planner can change. */
class RelocationGrid extends Grid<Passenger> {

    private final transient ZoneId zone;
    private final transient BiConsumer<Passenger, Choice> chosen;
    private transient List<Choice> days = List.of();
    private boolean mayStay;

    /**
     * @param zone of the office
     * @param chosen told what the planner wants for somebody
     */
    RelocationGrid(ZoneId zone, BiConsumer<Passenger, Choice> chosen) {
        this.zone = zone;
        this.chosen = chosen;
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setHeight("38vh");
        addComponentColumn(this::line).setHeader("Pemohon dan hari baru").setFlexGrow(1);
    }

    /** @param canStay whether the day keeps some seats, or was closed by the calendar and is left as it is */
    void show(RelocationPlan plan, boolean canStay) {
        mayStay = canStay;
        days = plan.targets().stream().map(OpenDay::date).map(Choice::new).toList();
        setItems(plan.people());
    }

    /** Side by side, and on a phone one below the other. */
    private Component line(Passenger passenger) {
        var line = new Div(person(passenger), place(passenger));
        line.addClassName("relocated");
        return line;
    }

    private Component person(Passenger passenger) {
        var person = passenger.person();
        var name = new Span("%03d · %s".formatted(person.number(), person.name()));
        var facts = new Span("%s · %s · dipesan %s%s"
                .formatted(
                        person.nik().masked(),
                        Formats.shortDate(person.from()),
                        Formats.shortDate(LocalDate.ofInstant(person.bookedAt(), zone)),
                        person.email() == null ? " · tanpa e-mail" : ""));
        facts.addClassName("muted");
        var cell = new Div(name, facts);
        cell.addClassName("person");
        if (person.priority()) {
            cell.add(new StatusBadge("60 tahun ke atas", Tone.INFO));
        }
        return cell;
    }

    private Component place(Passenger passenger) {
        Select<Choice> field = Indonesian.select("");
        field.setAriaLabel("Hari baru untuk " + passenger.person().name());
        var choices = new ArrayList<Choice>();
        if (mayStay || passenger.stays()) {
            choices.add(Choice.STAY);
        }
        choices.addAll(days);
        Optional.ofNullable(passenger.to())
                .map(Choice::new)
                .filter(choice -> !choices.contains(choice))
                .ifPresent(choices::add);
        field.setItems(choices);
        field.setItemLabelGenerator(RelocationGrid::label);
        field.setPlaceholder("Belum ada tempat");
        field.setInvalid(passenger.withoutPlace());
        if (!passenger.withoutPlace()) {
            field.setValue(passenger.stays() ? Choice.STAY : new Choice(passenger.to()));
        }
        field.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(passenger, change.getValue());
            }
        });
        return field;
    }

    private static String label(Choice choice) {
        LocalDate to = choice.to();
        return to == null ? "Tetap" : Formats.shortDate(to);
    }
}
