package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.visits.visit.SchoolAnswer;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;

/** What the school said on the telephone or on paper. */
class AnswerDialog extends FormDialog {

    private final transient Visits visits;
    private final transient VisitDetails visit;
    private final IntegerField pupils = Indonesian.integerField("Siswa yang akan direkam");
    private final DatePicker wished = Indonesian.datePicker("Hari yang diminta");
    private final DatePicker from = Indonesian.datePicker("Tidak dapat dari");
    private final DatePicker to = Indonesian.datePicker("Tidak dapat sampai");
    private final TextField contact = Indonesian.textField("Narahubung");
    private final TextField note = Indonesian.textField("Catatan");

    AnswerDialog(Visits visits, VisitDetails visit, Runnable changed) {
        super("Jawaban " + visit.schoolName(), "Simpan jawaban", changed);
        this.visits = visits;
        this.visit = visit;
        pupils.setValue(visit.expected());
        contact.setMaxLength(120);
        note.setMaxLength(300);
        findings().at("pupils", pupils).at("blackout", from);
        addFields(pupils, wished, from, to, contact, note);
    }

    @Override
    protected String act() {
        Integer many = pupils.getValue();
        if (many == null) {
            throw new InvalidInput("pupils", "Isi jumlah siswa.");
        }
        var answer = new SchoolAnswer(
                wished.getValue(), from.getValue(), to.getValue(), many, contact.getValue(), note.getValue());
        visits.answer(visit.number(), visit.version(), answer);
        return "Jawaban %s dicatat.".formatted(visit.schoolName());
    }
}
