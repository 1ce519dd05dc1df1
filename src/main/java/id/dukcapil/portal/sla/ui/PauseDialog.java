package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.sla.ClockPauses;
import id.dukcapil.portal.sla.StatedPause;
import id.dukcapil.portal.staff.Office;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States since when an office cannot work, corrects that, or says when it could work again. Times are the office's own. */
class PauseDialog extends FormDialog {

    private static final int LONGEST_REASON = 200;

    private final transient ClockPauses pauses;
    private final transient @Nullable StatedPause pause;
    private final Select<Office> office = Indonesian.select("Kantor");
    private final DateTimePicker from = Indonesian.dateTimePicker("Mulai");
    private final DateTimePicker to = Indonesian.dateTimePicker("Selesai");
    private final TextField reason = Indonesian.textField("Sebab");

    /** @param pause the one that goes on; none for a new one */
    PauseDialog(ClockPauses pauses, List<Office> offices, @Nullable StatedPause pause, Instant now, Runnable changed) {
        super(pause == null ? "Nyatakan jeda layanan" : "Ubah atau akhiri jeda", "Simpan", changed);
        this.pauses = pauses;
        this.pause = pause;
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        to.setHelperText("Kosongkan selama layanan belum pulih.");
        reason.setMaxLength(LONGEST_REASON);
        reason.setPlaceholder("Misalnya SIAK tidak dapat diakses");
        from.setStep(Duration.ofMinutes(1));
        to.setStep(Duration.ofMinutes(1));
        show(offices, now);
        addFields(office, from, to, reason);
        findings().at("office", office).at("from", from).at("to", to).at("reason", reason);
    }

    private void show(List<Office> offices, Instant now) {
        if (pause == null) {
            office.setValue(offices.getFirst());
            from.setValue(local(now));
            return;
        }
        offices.stream()
                .filter(one -> one.code().equals(pause.office()))
                .findFirst()
                .ifPresent(office::setValue);
        office.setReadOnly(true);
        from.setValue(local(pause.from()));
        to.setValue(local(now));
        reason.setValue(pause.reason());
    }

    /** The minute that has begun, so that it never lies ahead. */
    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, office.getValue().timeZone()).truncatedTo(ChronoUnit.MINUTES);
    }

    @Override
    protected String act() {
        Instant begin = instant(from);
        if (begin == null) {
            throw new InvalidInput("from", "Isi tanggal dan jam mulainya.");
        }
        Instant end = instant(to);
        if (pause == null) {
            pauses.state(office.getValue().code(), begin, end, reason.getValue());
        } else {
            pauses.change(pause, begin, end, reason.getValue());
        }
        return end == null
                ? "Jeda %s berjalan; akhiri setelah layanan pulih."
                        .formatted(office.getValue().name())
                : "Jeda %s dicatat sampai selesai.".formatted(office.getValue().name());
    }

    private @Nullable Instant instant(DateTimePicker field) {
        LocalDateTime value = field.getValue();
        return value == null ? null : value.atZone(office.getValue().timeZone()).toInstant();
    }
}
