package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;

/** How many pupils were recorded at a visit. */
class FinishDialog extends FormDialog {

    private final transient Visits visits;
    private final transient VisitDetails visit;
    private final IntegerField recorded = Indonesian.integerField("Siswa yang direkam");

    FinishDialog(Visits visits, VisitDetails visit, Runnable changed) {
        super("Hasil kunjungan " + visit.schoolName(), "Selesaikan", changed);
        this.visits = visits;
        this.visit = visit;
        findings().at("recorded", recorded);
        addFields(recorded);
        actOnEnter();
    }

    @Override
    protected String act() {
        Integer pupils = recorded.getValue();
        if (pupils == null) {
            throw new InvalidInput("recorded", "Isi jumlah siswa yang direkam.");
        }
        visits.finish(visit.number(), visit.version(), pupils);
        return "Kunjungan %s selesai: %s siswa direkam.".formatted(visit.schoolName(), Formats.number(pupils));
    }
}
