package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.counter.hall.HallSetUp;
import id.dukcapil.portal.counter.hall.HallSettings;
import id.dukcapil.portal.counter.queue.Due.Allowances;
import java.util.Objects;

/** After how many minutes a ticket of a kind is due, and how often a number is called. */
class RulesDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient HallSetUp setUp;
    private final transient OfficeCode office;
    private final IntegerField booking = Indonesian.integerField("Tenggang booking (menit)");
    private final IntegerField priority = Indonesian.integerField("Tenggang prioritas (menit)");
    private final IntegerField walkIn = Indonesian.integerField("Tenggang datang langsung (menit)");
    private final IntegerField calls = Indonesian.integerField("Banyak panggilan sebelum tidak hadir");

    RulesDialog(HallSetUp setUp, OfficeCode office, Runnable changed) {
        super("Aturan antrean", "Simpan", changed);
        this.setUp = setUp;
        this.office = office;
        HallSettings now = setUp.settings(office);
        booking.setValue(now.allowances().booking());
        priority.setValue(now.allowances().priority());
        walkIn.setValue(now.allowances().walkIn());
        calls.setValue(now.calls());
        findings()
                .at("booking", booking)
                .at("priority", priority)
                .at("walkIn", walkIn)
                .at("calls", calls);
        addFields(booking, priority, walkIn, calls);
    }

    @Override
    protected String act() {
        setUp.change(
                office,
                new HallSettings(new Allowances(number(booking), number(priority), number(walkIn)), number(calls)));
        return "Aturan antrean disimpan; berlaku untuk nomor berikutnya.";
    }

    private static int number(IntegerField field) {
        return Objects.requireNonNullElse(field.getValue(), -1);
    }
}
