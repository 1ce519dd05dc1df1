package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.dukcapil.portal.activation.campaign.Campaign;
import id.dukcapil.portal.activation.campaign.Campaigns;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Plans or changes an event outside the office; says how many people to expect by the earlier ones. */
class CampaignDialog extends FormDialog {

    private final transient Campaigns campaigns;
    private final transient Office office;
    private final TextField place = Indonesian.textField("Tempat");
    private final TextField village = Indonesian.textField("Kode desa (boleh kosong)");
    private final DatePicker day = Indonesian.datePicker("Tanggal");
    private final TimePicker opens = Indonesian.timePicker("Mulai");
    private final TimePicker closes = Indonesian.timePicker("Selesai");
    private final TextField crew = Indonesian.textField("Petugas");
    private final TextField note = Indonesian.textField("Catatan jaringan dan listrik (boleh kosong)");
    private final TextField reason = Indonesian.textField("Alasan perubahan");
    private final Paragraph forecast = new Paragraph();
    private final transient @Nullable Campaign before;

    /** @param before the event to change; null plans a new one */
    CampaignDialog(Campaigns campaigns, Office office, LocalDate today, @Nullable Campaign before, Runnable changed) {
        super(
                before == null ? "Rencanakan jemput bola" : "Ubah jemput bola " + before.place(),
                before == null ? "Rencanakan" : "Simpan perubahan",
                changed);
        this.campaigns = campaigns;
        this.office = office;
        this.before = before;
        reason.setVisible(before != null);
        day.setValue(today);
        opens.setValue(LocalTime.of(9, 0));
        closes.setValue(LocalTime.of(12, 0));
        if (before != null) {
            show(before);
        }
        day.addValueChangeListener(change -> foretell());
        opens.addValueChangeListener(change -> foretell());
        closes.addValueChangeListener(change -> foretell());
        findings()
                .at("place", place)
                .at("village", village)
                .at("day", day)
                .at("opens", opens)
                .at("closes", closes)
                .at("crew", crew)
                .at("note", note)
                .at("reason", reason);
        addFields(place, village, day, opens, closes, crew, note, reason, forecast);
        foretell();
    }

    private void show(Campaign known) {
        place.setValue(known.place());
        village.setValue(Objects.requireNonNullElse(known.villageCode(), ""));
        day.setValue(known.day());
        opens.setValue(known.opens());
        closes.setValue(known.closes());
        crew.setValue(known.crew());
        note.setValue(Objects.requireNonNullElse(known.note(), ""));
    }

    private void foretell() {
        if (day.getValue() == null || opens.getValue() == null || closes.getValue() == null) {
            return;
        }
        OptionalInt people = campaigns.forecast(
                office.code(), day.getValue(), Duration.between(opens.getValue(), closes.getValue()));
        forecast.setText(
                people.isPresent()
                        ? "Perkiraan dari jemput bola sebelumnya: %s aktivasi baru."
                                .formatted(Formats.number(people.getAsInt()))
                        : "Belum ada jemput bola sebelumnya untuk diperkirakan.");
    }

    @Override
    protected String act() {
        var plan = new Campaigns.Plan(
                office.code(),
                place.getValue(),
                village.getValue(),
                day.getValue(),
                opens.getValue(),
                closes.getValue(),
                crew.getValue(),
                note.getValue());
        if (before == null) {
            campaigns.plan(plan);
            return "Jemput bola %s direncanakan.".formatted(place.getValue());
        }
        campaigns.change(before, plan, reason.getValue());
        return "Jemput bola %s diubah.".formatted(place.getValue());
    }
}
