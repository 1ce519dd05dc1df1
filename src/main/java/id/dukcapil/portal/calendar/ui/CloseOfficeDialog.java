package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.OfficeAdministration;
import java.time.LocalDate;

/** Ends the service of an office from a date on, with the reason that citizens read. */
class CloseOfficeDialog extends FormDialog {

    private final transient OfficeAdministration administration;
    private final transient Office office;
    private final DatePicker from = Indonesian.datePicker("Tidak melayani mulai tanggal");
    private final TextField reason = Indonesian.textField("Alasan");

    CloseOfficeDialog(OfficeAdministration administration, Office office, LocalDate today, Runnable changed) {
        super("Tutup " + office.name(), "Tutup kantor", changed);
        this.administration = administration;
        this.office = office;
        from.setMin(today);
        from.setValue(today.plusDays(1));
        reason.setMaxLength(200);
        reason.setHelperText("Dibaca pemohon, misalnya: Bergabung dengan UKL Kecamatan Soreang");
        addFields(
                new Paragraph(
                        "Sejak tanggal itu kantor tidak dapat dipesan lagi dan hilang dari daftar kantor di API. Data dan riwayatnya tetap."),
                from,
                reason);
        findings().at("from", from).at("reason", reason);
    }

    @Override
    protected String act() {
        LocalDate date = from.getValue();
        if (date == null) {
            throw new InvalidInput("from", "Isi tanggal penutupan.");
        }
        administration.close(office, date, reason.getValue());
        return "%s ditutup mulai %s.".formatted(office.name(), Formats.date(date));
    }
}
