package id.dukcapil.portal.visits.ui;

import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.LocalDate;

/** A new visit to a school. */
class PlanDialog extends FormDialog {

    private final transient Visits visits;
    private final transient School school;
    private final transient DayFields fields;

    PlanDialog(Visits visits, School school, LocalDate proposed, Runnable changed) {
        super("Rencanakan kunjungan ke " + school.name(), "Buat draf", changed);
        this.visits = visits;
        this.school = school;
        fields = DayFields.of(proposed, 1, findings());
        addFields(fields.first(), fields.days());
        actOnEnter();
    }

    @Override
    protected String act() {
        var visit = visits.plan(school.npsn(), fields.day(), fields.many());
        return "Draf kunjungan %s ke %s dibuat.".formatted(visit.number(), school.name());
    }
}
