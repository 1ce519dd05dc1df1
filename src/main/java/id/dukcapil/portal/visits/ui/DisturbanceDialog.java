package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.visits.plan.Disturbances;
import id.dukcapil.portal.visits.plan.Disturbances.Touched;
import id.dukcapil.portal.visits.plan.PlanFacts;
import id.dukcapil.portal.visits.plan.WaysOut.Way;
import id.dukcapil.portal.visits.visit.VisitLists.VisitRow;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Halangan: who or what is away, which visits that touches, and the ways out as buttons with their consequence. */
class DisturbanceDialog extends Dialog {

    private final transient Disturbances disturbances;
    private final ComboBox<What> what = Indonesian.comboBox("Siapa, alat atau sekolah mana");
    private final DatePicker last = Indonesian.datePicker("Sampai");
    private final TextField why = Indonesian.textField("Sebabnya");
    private final Div found = new Div();
    private final Button look = new Button("Catat dan cari jalan keluar", click -> look());
    private final transient FieldFindings findings = new FieldFindings();
    private final transient Runnable changed;

    /** Something that can be away, and how that is noted. */
    private record What(String label, BiFunction<LocalDate, String, List<Touched>> note) {}

    DisturbanceDialog(
            Disturbances disturbances, PlanFacts facts, List<VisitRow> visits, LocalDate today, Runnable changed) {
        setHeaderTitle("Halangan");
        setWidth("min(38rem, 96vw)");
        this.disturbances = disturbances;
        this.changed = changed;
        what.setItems(choices(facts, visits));
        what.setItemLabelGenerator(What::label);
        what.setWidthFull();
        last.setValue(today);
        last.setMin(today);
        why.setMaxLength(120);
        why.setWidthFull();
        findings.at("what", what).at("last", last).at("why", why);
        found.getElement().setAttribute("role", "status");
        var form = new Div(what, last, why, found);
        form.addClassName("form-stack");
        add(form);
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.setDisableOnClick(true);
        getFooter().add(new Button("Tutup", click -> close()), look);
    }

    private List<What> choices(PlanFacts facts, List<VisitRow> visits) {
        Stream<What> people = facts.crews().stream()
                .flatMap(crew -> crew.members().stream()
                        .map(one -> new What(
                                "%s (%s) berhalangan".formatted(one.fullName(), crew.name()),
                                (until, because) -> disturbances.ill(one.id(), until, because))));
        Stream<What> items = facts.sets().stream()
                .flatMap(set -> set.items().stream()
                        .filter(item -> item.brokenBecause() == null)
                        .map(item -> new What(
                                "%s, %s %s rusak".formatted(set.name(), item.kind(), item.serial()),
                                (until, because) -> disturbances.broken(item.id(), because))));
        Stream<What> schools = visits.stream()
                .filter(row -> row.status().isOpen())
                .map(row -> new What(
                        "%s batal pada %s".formatted(row.schoolName(), Formats.shortDate(row.firstDay())),
                        (until, because) -> disturbances.calledOff(row)));
        return Stream.of(people, items, schools).flatMap(one -> one).toList();
    }

    private void look() {
        try {
            findings.requireReadable();
            What chosen = what.getValue();
            LocalDate until = last.getValue();
            if (chosen == null || until == null) {
                throw new InvalidInput(chosen == null ? "what" : "last", "Isi dahulu.");
            }
            List<Touched> touched = chosen.note().apply(until, why.getValue());
            look.setEnabled(false);
            changed.run();
            found.removeAll();
            found.add(
                    touched.isEmpty()
                            ? new Callout("Tercatat", Tone.OK, "Tidak ada kunjungan yang terganggu.")
                            : new Paragraph("%d kunjungan terganggu.".formatted(touched.size())));
            touched.forEach(one -> found.add(visit(one)));
        } catch (InvalidInput invalid) {
            look.setEnabled(true);
            findings.show(invalid);
        }
    }

    private Component visit(Touched touched) {
        var part = new Div(
                new H3("%s, %s"
                        .formatted(
                                touched.visit().schoolName(),
                                Formats.shortDate(touched.visit().firstDay()))),
                new Callout("Terganggu", Tone.LATE, touched.trouble()));
        if (touched.ways().isEmpty()) {
            part.add(new Paragraph("Tidak ada jalan keluar yang memenuhi semua aturan; atur sendiri di jadwal."));
        }
        for (Way way : touched.ways()) {
            var take = new Button(way.act(), click -> take(touched, way, part));
            take.setDisableOnClick(true);
            part.add(take, new Paragraph(way.consequence()));
        }
        return part;
    }

    private void take(Touched touched, Way way, Div part) {
        try {
            disturbances.take(touched.visit(), way, why.getValue()).ifPresent(visit -> {
                part.removeAll();
                part.add(new Callout(
                        "Selesai",
                        Tone.OK,
                        "%s: %s. Terbitkan lagi bila jadwalnya sudah terbit."
                                .formatted(visit.schoolName(), way.act())));
            });
        } catch (InvalidInput | IllegalMove | ChangedMeanwhile refused) {
            Notify.warning(String.valueOf(refused.getMessage()));
        }
        changed.run();
    }
}
