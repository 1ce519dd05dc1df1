package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.privacy.IncidentDetails;
import id.dukcapil.portal.privacy.IncidentFacts;
import id.dukcapil.portal.privacy.IncidentRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of an incident, when it is written down and whenever more becomes known. */
class IncidentDialog extends CaseDialog {

    private final TextField name = field("title", Indonesian.textField("Judul"));
    private final DateTimePicker discoveredAt = field("discoveredAt", Indonesian.dateTimePicker("Ditemukan"));
    private final TextArea course = field("course", Indonesian.textArea("Kapan dan bagaimana terjadi"));
    private final TextArea dataKinds = field("dataKinds", Indonesian.textArea("Data apa saja"));
    private final IntegerField people = field("people", Indonesian.integerField("Jumlah orang, paling banyak"));
    private final TextArea cause = field("cause", Indonesian.textArea("Penyebab"));
    private final TextArea measures = field("measures", Indonesian.textArea("Penanganan dan pemulihan"));

    private IncidentDialog(String title) {
        super(title);
        course.setMaxLength(4000);
        dataKinds.setMaxLength(1000);
        cause.setMaxLength(2000);
        measures.setMaxLength(4000);
        people.setHelperText("Kosongkan bila belum diketahui.");
        measures.setHelperText("Dimuat dalam surat pemberitahuan (Pasal 46).");
        addOpenedChangeListener(change -> name.focus());
    }

    static IncidentDialog report(
            IncidentRegister register, Clock clock, ZoneId zone, Consumer<IncidentDetails> reported) {
        var dialog = new IncidentDialog("Catat insiden");
        LocalDateTime opened = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        dialog.discoveredAt.setValue(opened);
        dialog.discoveredAt.setHelperText("Jam 3 × 24 jam berjalan sejak saat ini.");
        dialog.confirm(
                "Catat", () -> reported.accept(register.report(dialog.facts(), dialog.discovered(opened, zone))));
        return dialog;
    }

    static IncidentDialog describe(IncidentRegister register, IncidentDetails incident, Runnable changed) {
        var dialog = new IncidentDialog("Lengkapi uraian " + incident.number());
        dialog.discoveredAt.setVisible(false);
        dialog.show(incident.facts());
        dialog.confirm("Simpan", () -> {
            register.describe(incident.number(), dialog.facts());
            changed.run();
        });
        return dialog;
    }

    private void show(IncidentFacts facts) {
        name.setValue(facts.title());
        course.setValue(facts.course());
        dataKinds.setValue(facts.dataKinds());
        people.setValue(facts.people());
        cause.setValue(facts.cause());
        measures.setValue(facts.measures());
    }

    private IncidentFacts facts() {
        return new IncidentFacts(
                name.getValue(),
                course.getValue(),
                dataKinds.getValue(),
                people.getValue(),
                cause.getValue(),
                measures.getValue());
    }

    /** The moment as it was proposed means now, to the second. */
    private @Nullable Instant discovered(LocalDateTime opened, ZoneId zone) {
        return Optional.ofNullable(discoveredAt.getValue())
                .filter(moment -> !moment.equals(opened))
                .map(moment -> moment.atZone(zone).toInstant())
                .orElse(null);
    }
}
