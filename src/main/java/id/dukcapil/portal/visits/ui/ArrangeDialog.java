package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.BrokenRule;
import id.dukcapil.portal.visits.plan.PlanFacts;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.RecordingSet;
import id.dukcapil.portal.visits.resource.Vehicle;
import id.dukcapil.portal.visits.visit.VisitDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Day, crew, sets and vehicle of a visit; says at every change which rules are broken and offers the way out as a button. */
class ArrangeDialog extends FormDialog {

    private final transient Schedule schedule;
    private final transient VisitDetails visit;
    private final transient Arrangement before;
    private final transient DayFields days;
    private final Select<Crew> crew = Indonesian.select("Tim");
    private final MultiSelectComboBox<RecordingSet> sets = Indonesian.multiSelectComboBox("Set perekaman");
    private final MultiSelectComboBox<CrewMember> helpers = Indonesian.multiSelectComboBox("Operator dari tim lain");
    private final Select<Vehicle> vehicle = Indonesian.select("Kendaraan");
    private final TextField reason = Indonesian.textField("Alasan pindah atau mengesampingkan aturan");
    private final Div verdict = new Div();

    /** @param proposed what the fields say at first */
    ArrangeDialog(Schedule schedule, VisitDetails visit, Arrangement proposed, Runnable changed) {
        super("Atur kunjungan " + visit.schoolName(), "Simpan", changed);
        this.schedule = schedule;
        this.visit = visit;
        before = schedule.arrangement(visit);
        PlanFacts facts = schedule.facts(visit.office(), visit.first(), visit.last());
        days = DayFields.of(visit.first(), visit.days(), findings());
        offer(crew, facts.crews(), one -> "%s · %s".formatted(one.name(), names(one)));
        offer(vehicle, facts.vehicles(), one -> "%s · %s".formatted(one.name(), one.plate()));
        sets.setItems(facts.sets());
        sets.setItemLabelGenerator(
                set -> set.trouble().isEmpty() ? set.name() : "%s (%s)".formatted(set.name(), set.trouble()));
        helpers.setItems(facts.crews().stream()
                .flatMap(one -> one.members().stream())
                .filter(CrewMember::records)
                .toList());
        helpers.setItemLabelGenerator(one -> "%s · Tim %s".formatted(one.fullName(), one.crewCode()));
        helpers.setWidthFull();
        reason.setMaxLength(300);
        sets.setWidthFull();
        reason.setWidthFull();
        findings().at("reason", reason).at("rules", reason);
        verdict.getElement().setAttribute("role", "status");
        addFields(days.first(), days.days(), crew, sets, helpers, vehicle, verdict, reason);
        fill(proposed);
        days.first().addValueChangeListener(change -> judge());
        days.days().addValueChangeListener(change -> judge());
        crew.addValueChangeListener(change -> judge());
        sets.addValueChangeListener(change -> judge());
        helpers.addValueChangeListener(change -> judge());
        vehicle.addValueChangeListener(change -> judge());
        judge();
    }

    private static String names(Crew crew) {
        return crew.members().stream().map(CrewMember::fullName).collect(Collectors.joining(", "));
    }

    private static <T> void offer(Select<T> field, List<T> items, Function<T, String> label) {
        field.setItems(items);
        field.setItemLabelGenerator(one -> one == null ? "belum ditetapkan" : label.apply(one));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption("belum ditetapkan");
        field.setWidthFull();
    }

    private void fill(Arrangement wanted) {
        days.first().setValue(wanted.first());
        days.days().setValue(wanted.days());
        crew.setValue(chosen(crew, one -> one.code().equals(wanted.crew())));
        vehicle.setValue(chosen(vehicle, one -> one.code().equals(wanted.vehicle())));
        sets.setValue(sets.getListDataView()
                .getItems()
                .filter(one -> wanted.sets().contains(one.code()))
                .collect(Collectors.toSet()));
        helpers.setValue(helpers.getListDataView()
                .getItems()
                .filter(one -> wanted.helpers().contains(one.id()))
                .collect(Collectors.toSet()));
    }

    private static <T> @Nullable T chosen(Select<T> field, Predicate<T> wanted) {
        return field.getListDataView().getItems().filter(wanted).findFirst().orElse(null);
    }

    private Arrangement wanted() {
        Crew people = crew.getValue();
        Vehicle car = vehicle.getValue();
        Set<String> codes = sets.getValue().stream().map(RecordingSet::code).collect(Collectors.toSet());
        return new Arrangement(
                before.number(),
                before.school(),
                before.kind(),
                days.day(),
                days.many(),
                before.pupils(),
                people == null ? null : people.code(),
                car == null ? null : car.code(),
                codes,
                helpers.getValue().stream().map(CrewMember::id).collect(Collectors.toSet()));
    }

    private void judge() {
        verdict.removeAll();
        if (days.first().getValue() == null || days.days().getValue() == null) {
            return;
        }
        List<BrokenRule> broken = schedule.judge(visit.office(), wanted());
        verdict.add(
                broken.isEmpty()
                        ? new Callout("Semua aturan terpenuhi", Tone.OK, "Dapat disimpan.")
                        : new Callout(
                                "Bentrok",
                                Tone.LATE,
                                broken.stream().map(BrokenRule::sentence).toList()));
        // Several rules may have one way out
        var ways = new LinkedHashMap<String, Arrangement>();
        for (BrokenRule one : broken) {
            Arrangement instead = one.instead();
            if (instead != null) {
                ways.putIfAbsent(label(instead, one.wayOut()), instead);
            }
        }
        ways.forEach((label, instead) -> verdict.add(new Button(label, click -> fill(instead))));
    }

    private String label(Arrangement instead, String wayOut) {
        return instead.first().equals(days.first().getValue())
                ? "Pakai: " + wayOut
                : "Pindah ke " + Formats.longDate(instead.first());
    }

    @Override
    protected String act() {
        Arrangement wanted = wanted();
        if (schedule.arrange(visit.version(), wanted, reason.getValue()).isEmpty()) {
            throw new InvalidInput("rules", "Kunjungan ini tidak terjangkau dari kantor Anda.");
        }
        return "Kunjungan %s: %s disimpan.".formatted(visit.schoolName(), Formats.date(wanted.first()));
    }
}
