package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.calendar.ServiceOverride;
import id.dukcapil.portal.calendar.SpecialDays;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The special days of one office: those ahead, each removable, and a new one. */
class SpecialDaysDialog extends FormDialog {

    private final transient SpecialDays specialDays;
    private final transient Office office;
    private final DatePicker date = Indonesian.datePicker("Tanggal");
    private final Select<Boolean> serves = Indonesian.select("Pada tanggal itu kantor");
    private final TimePicker opens = Indonesian.timePicker("Buka (kosong: jam biasa)");
    private final TimePicker closes = Indonesian.timePicker("Tutup (kosong: jam biasa)");
    private final TextField reason = Indonesian.textField("Alasan");
    private final Span held = new Span();

    SpecialDaysDialog(SpecialDays specialDays, Office office, LocalDate today, Runnable changed) {
        super("Hari khusus · " + office.name(), "Tambah hari khusus", changed);
        this.specialDays = specialDays;
        this.office = office;
        serves.setItems(Boolean.FALSE, Boolean.TRUE);
        serves.setItemLabelGenerator(open -> open ? "melayani meskipun libur" : "tutup meskipun hari kerja");
        serves.setValue(Boolean.FALSE);
        serves.addValueChangeListener(change -> showTimes());
        date.setMin(today);
        date.addValueChangeListener(change -> showHeld());
        reason.setMaxLength(160);
        reason.setHelperText("Dibaca pemohon, misalnya: Pemeliharaan gedung");
        held.addClassName("muted");
        var fields = new FormLayout(date, serves, opens, closes, reason);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("22em", 2));
        fields.setColspan(reason, 2);
        addFields(existing(specialDays.ahead(office.code())), fields, held);
        findings().at("date", date).at("reason", reason).at("opens", opens).at("closes", closes);
        showTimes();
    }

    private Div existing(List<ServiceOverride> ahead) {
        var title = new Span("Yang akan datang");
        title.addClassName("label");
        if (ahead.isEmpty()) {
            return new Div(title, new Paragraph("Belum ada hari khusus."));
        }
        var list = new UnorderedList();
        list.addClassNames("latest", "removable");
        ahead.forEach(day -> list.add(item(day)));
        return new Div(title, list);
    }

    private ListItem item(ServiceOverride day) {
        ServiceHours hours = day.hours();
        String times = hours == null ? "" : " " + HoursText.open(hours);
        var text = new Span("%s · %s%s · %s"
                .formatted(Formats.longDate(day.date()), day.serves() ? "melayani" : "tutup", times, day.reason()));
        var remove = new Button(
                "Hapus",
                click -> perform(() -> {
                    specialDays.remove(day);
                    return "Hari khusus %s dihapus.".formatted(Formats.date(day.date()));
                }));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel("Hapus hari khusus " + Formats.date(day.date()));
        return new ListItem(text, remove);
    }

    private void showTimes() {
        opens.setVisible(serves.getValue());
        closes.setVisible(serves.getValue());
    }

    private void showHeld() {
        LocalDate chosen = date.getValue();
        int people = chosen == null ? 0 : specialDays.bookedOn(office.code(), chosen);
        held.setText(
                people == 0
                        ? ""
                        : "%s orang sudah memesan pada tanggal itu; mereka harus dipindahkan bila kantor tutup."
                                .formatted(Formats.number(people)));
    }

    @Override
    protected String act() {
        LocalDate day = date.getValue();
        if (day == null) {
            throw new InvalidInput("date", "Isi tanggal hari khusus.");
        }
        specialDays.enter(new ServiceOverride(office.code(), day, serves.getValue(), hours(), reason.getValue()));
        return "%s: %s %s.".formatted(Formats.date(day), office.name(), serves.getValue() ? "tetap melayani" : "tutup");
    }

    private @Nullable ServiceHours hours() {
        LocalTime from = opens.getValue();
        LocalTime to = closes.getValue();
        if (!serves.getValue() || from == null && to == null) {
            return null;
        }
        if (from == null || to == null || !from.isBefore(to)) {
            throw new InvalidInput("opens", "Jam buka harus sebelum jam tutup.");
        }
        return new ServiceHours(from, to);
    }
}
