package id.dukcapil.portal.sla.ui.standard;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.NamedOffice;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.ServiceStandard;
import id.dukcapil.portal.sla.StandardStep;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Question;
import id.dukcapil.portal.sla.stay.StayFacts;
import id.dukcapil.portal.sla.stay.Tally;
import id.dukcapil.portal.sla.ui.DataTable;
import id.dukcapil.portal.sla.validity.StepTime;
import id.dukcapil.portal.sla.validity.StepTimeRows;
import id.dukcapil.portal.sla.validity.StepTimes;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a procedure holds today, how each step did this month in the offices one may see, and what was proposed. */
@SpringComponent
class StandardPractice {

    private final StepTimes times;
    private final StayFacts facts;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    StandardPractice(StepTimes times, StayFacts facts, CurrentStaff staff, Organisation organisation, Clock clock) {
        this.times = times;
        this.facts = facts;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param changed called after something was proposed or decided */
    Component of(ServiceStandard standard, Runnable changed) {
        LocalDate today = organisation.today(clock);
        List<Office> offices = staff.officesInScope();
        StepTimeRows.Versions versions = times.of(standard.slug());
        var sheets = new Div(month(standard, versions, today, offices));
        sheets.addClassName("stack");
        if (!versions.all().isEmpty() || staff.may(Permission.STANDARD_PROPOSE)) {
            Sheet proposed = versions(versions, offices, changed);
            if (staff.may(Permission.STANDARD_PROPOSE)) {
                proposed.beside(new Button(
                        "Usulkan standar waktu …",
                        click -> new StepTimeDialog(times, standard, offices, today, changed).open()));
            }
            sheets.add(proposed);
        }
        return sheets;
    }

    private Sheet month(
            ServiceStandard standard, StepTimeRows.Versions versions, LocalDate today, List<Office> offices) {
        Answer answer = facts.answer(new Question(
                today.withDayOfMonth(1),
                today,
                standard.slug(),
                offices.stream().map(Office::code).collect(toSet())));
        Map<Integer, StepTime> holding =
                versions.holding(offices.size() == 1 ? offices.getFirst().code() : null, today);
        var table = new DataTable(
                "Capaian bulan ini", "Langkah", "Standar yang berlaku", "Selesai", "Tepat waktu", "Median", "P90");
        for (StandardStep step : standard.steps()) {
            if (!step.isApplicants()) {
                row(table, step, holding.get(step.number()), answer);
            }
        }
        return new Sheet("Capaian bulan ini", table)
                .note("%s – %s · %s"
                        .formatted(
                                Formats.date(today.withDayOfMonth(1)),
                                Formats.date(today),
                                offices.size() == 1 ? offices.getFirst().name() : "semua kantor dalam jangkauan"));
    }

    private static void row(DataTable table, StandardStep step, @Nullable StepTime time, Answer answer) {
        Tally tally = answer.steps().getOrDefault(key(answer, step), Tally.NONE);
        Integer seconds = time == null
                ? step.time().limit().map(limit -> (int) limit.toSeconds()).orElse(null)
                : Integer.valueOf(60 * time.minutes());
        var p90 = new Span(tally.count() == 0 ? Figures.NONE : Figures.time(tally.p90()));
        p90.addClassName(Figures.tone(tally, seconds).cssClass());
        table.row(
                DataTable.text("%d %s".formatted(step.number(), step.description())),
                DataTable.text(
                        time == null
                                ? step.time().words() + " (SOP)"
                                : "%d menit sejak %s, %s"
                                        .formatted(time.minutes(), Formats.date(time.validFrom()), time.legalBasis())),
                DataTable.text(Formats.number(tally.count())),
                DataTable.text(Figures.onTime(tally)),
                DataTable.text(tally.count() == 0 ? Figures.NONE : Figures.time(tally.median())),
                p90);
    }

    private static Answer.StepKey key(Answer answer, StandardStep step) {
        return answer.steps().keySet().stream()
                .filter(one -> one.step() == step.number() && one.forOffice())
                .findFirst()
                .orElse(new Answer.StepKey("", step.number(), true));
    }

    private Sheet versions(StepTimeRows.Versions versions, List<Office> offices, Runnable changed) {
        var table = new DataTable(
                "Perubahan standar",
                "Langkah",
                "Kantor",
                "Berlaku mulai",
                "Menit",
                "Dasar hukum",
                "Keadaan",
                "Keputusan");
        versions.all()
                .forEach(time -> table.row(
                        DataTable.text("Langkah " + time.step()),
                        DataTable.text(
                                time.office() == null ? "Semua kantor" : NamedOffice.name(time.office(), offices)),
                        DataTable.text(Formats.date(time.validFrom())),
                        DataTable.text(Formats.number(time.minutes())),
                        DataTable.text(time.legalBasis()),
                        new StatusBadge(time.state().label(), tone(time.state())),
                        decision(time, changed)));
        var sheet = new Sheet("Perubahan standar waktu");
        if (versions.all().isEmpty()) {
            return sheet.padded(DataTable.text("Belum ada; yang berlaku adalah waktu tercetak pada SOP."));
        }
        sheet.add(table);
        return sheet;
    }

    private Component decision(StepTime time, Runnable changed) {
        if (time.state() != StepTime.State.PROPOSED) {
            String why = time.decidedWhy();
            return new Span("%s%s".formatted(time.decidedName(), why == null ? "" : ": " + why));
        }
        if (!staff.may(Permission.STANDARD_APPROVE)
                || staff.require().id().value().equals(time.proposedBy())) {
            return new Span("diusulkan " + time.proposedName());
        }
        var buttons = new Div(
                new Button("Setujui", click -> decide(changed, () -> times.approve(time.id()))),
                new Button(
                        "Tolak",
                        click -> ReasonDialog.ask(
                                "Tolak usulan langkah %d?".formatted(time.step()),
                                "Yang berlaku sekarang tetap berlaku.",
                                "Tolak",
                                why -> decide(changed, () -> times.reject(time.id(), why)))));
        buttons.addClassName("panel-actions");
        return buttons;
    }

    private static void decide(Runnable changed, Runnable act) {
        try {
            act.run();
            Notify.done("Keputusan dicatat.");
        } catch (InvalidInput | ChangedMeanwhile refused) {
            Notify.problem(String.valueOf(refused.getMessage()));
        }
        changed.run();
    }

    private static Tone tone(StepTime.State state) {
        return switch (state) {
            case PROPOSED -> Tone.WARN;
            case APPROVED -> Tone.OK;
            case REJECTED -> Tone.NEUTRAL;
        };
    }
}
