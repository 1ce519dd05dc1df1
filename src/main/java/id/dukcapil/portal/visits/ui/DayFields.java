package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Indonesian;
import java.time.LocalDate;

/** First day and number of days of a visit. */
record DayFields(DatePicker first, IntegerField days) {

    static DayFields of(LocalDate day, int many, FieldFindings findings) {
        DatePicker first = Indonesian.datePicker("Hari pertama");
        first.setValue(day);
        IntegerField days = Indonesian.integerField("Lama (hari)");
        days.setValue(many);
        days.setMin(1);
        days.setMax(5);
        days.setStepButtonsVisible(true);
        findings.at("first", first).at("days", days);
        return new DayFields(first, days);
    }

    LocalDate day() {
        LocalDate day = first.getValue();
        if (day == null) {
            throw new InvalidInput("first", "Isi hari pertama.");
        }
        return day;
    }

    int many() {
        Integer many = days.getValue();
        if (many == null) {
            throw new InvalidInput("days", "Isi lamanya.");
        }
        return many;
    }
}
