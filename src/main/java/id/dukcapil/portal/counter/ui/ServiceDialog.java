package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.hall.HallSetUp;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A service of the office: its letter, its name at the machine, and whether people choose it themselves. */
class ServiceDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient HallSetUp setUp;
    private final transient OfficeCode office;
    private final transient @Nullable HallService known;
    private final TextField letter = Indonesian.textField("Huruf");
    private final TextField label = Indonesian.textField("Nama layanan");
    private final TextField description = Indonesian.textField("Keterangan di mesin nomor");
    private final Checkbox offered = new Checkbox("Ditawarkan", true);
    private final Checkbox kiosk = new Checkbox("Dapat dipilih di mesin nomor", true);

    ServiceDialog(HallSetUp setUp, OfficeCode office, @Nullable HallService known, Runnable changed) {
        super(known == null ? "Tambah layanan" : "Ubah " + known.label(), "Simpan", changed);
        this.setUp = setUp;
        this.office = office;
        this.known = known;
        letter.setMaxLength(1);
        if (known != null) {
            letter.setValue(known.letter());
            label.setValue(known.label());
            description.setValue(known.description());
            offered.setValue(known.offered());
            kiosk.setValue(known.atKiosk());
        }
        findings().at("letter", letter).at("label", label).at("description", description);
        addFields(letter, label, description, offered, kiosk);
    }

    @Override
    protected String act() {
        setUp.change(
                office,
                new HallService(
                        known == null ? code() : known.code(),
                        letter.getValue().toUpperCase(Locale.ROOT),
                        label.getValue(),
                        description.getValue(),
                        offered.getValue(),
                        kiosk.getValue()));
        return "Layanan %s disimpan.".formatted(label.getValue().strip());
    }

    private ServiceCode code() {
        String code = label.getValue()
                .strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^[^A-Z]+|_+$", "");
        if (code.length() < 2) {
            throw new InvalidInput("label", "Nama layanan harus memuat paling sedikit dua huruf.");
        }
        return new ServiceCode(code.substring(0, Math.min(24, code.length())));
    }
}
