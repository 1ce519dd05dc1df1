package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.OfficeAdministration;
import id.dukcapil.portal.staff.OfficeFacts;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Enters a new office, or changes one and its place in the list. */
class OfficeDialog extends FormDialog {

    private final transient OfficeAdministration administration;
    private final transient @Nullable Office office;
    private final transient Consumer<OfficeCode> saved;
    private final TextField code = Indonesian.textField("Kode");
    private final TextField name = Indonesian.textField("Nama kantor");
    private final Select<Office.Kind> kind = Indonesian.select("Jenis");
    private final Select<ZoneId> zone = Indonesian.select("Zona waktu");
    private final TextField address = Indonesian.textField("Alamat");
    private final TextField phone = Indonesian.textField("Telepon");
    private final DatePicker servesFrom = Indonesian.datePicker("Mulai melayani (boleh kosong)");
    private final ComboBox<Office> after = Indonesian.comboBox("Urutan: sesudah");
    private final transient @Nullable Office predecessor;

    /** @param office the office to change; none for a new one */
    OfficeDialog(
            OfficeAdministration administration,
            List<Office> offices,
            @Nullable Office office,
            ZoneId zoneOfTheRegency,
            Consumer<OfficeCode> saved,
            Runnable changed) {
        super(office == null ? "Tambah kantor" : "Ubah " + office.name(), "Simpan", changed);
        this.administration = administration;
        this.office = office;
        this.saved = saved;
        int place = office == null ? offices.size() : offices.indexOf(office);
        predecessor = place == 0 ? null : offices.get(place - 1);
        kind.setItems(Office.Kind.values());
        kind.setItemLabelGenerator(Office.Kind::label);
        zone.setItems(OfficeFacts.ZONES);
        zone.setItemLabelGenerator(Formats::zone);
        after.setItems(offices.stream().filter(other -> !other.equals(office)).toList());
        after.setItemLabelGenerator(Office::name);
        after.setClearButtonVisible(true);
        after.setPlaceholder("paling atas");
        code.setHelperText("2–16 huruf besar atau angka; untuk kecamatan kode wilayah enam angka");
        fill(zoneOfTheRegency);
        var columns = new FormLayout(code, kind, name, address, phone, zone, servesFrom, after);
        columns.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26em", 2));
        columns.setColspan(name, 2);
        columns.setColspan(address, 2);
        addFields(columns);
        findings()
                .at("code", code)
                .at("name", name)
                .at("address", address)
                .at("phone", phone)
                .at("servesFrom", servesFrom)
                .at("timeZone", zone);
    }

    private void fill(ZoneId zoneOfTheRegency) {
        after.setValue(predecessor);
        if (office == null) {
            kind.setValue(Office.Kind.UKL);
            zone.setValue(zoneOfTheRegency);
            return;
        }
        code.setValue(office.code().value());
        code.setReadOnly(true);
        name.setValue(office.name());
        kind.setValue(office.kind());
        zone.setValue(office.timeZone());
        address.setValue(Objects.requireNonNullElse(office.address(), ""));
        phone.setValue(Objects.requireNonNullElse(office.phone(), ""));
        servesFrom.setValue(office.servesFrom());
    }

    @Override
    protected String act() {
        var facts = new OfficeFacts(
                name.getValue(),
                kind.getValue(),
                zone.getValue(),
                address.getValue(),
                phone.getValue(),
                servesFrom.getValue());
        if (office == null) {
            OfficeCode opened = administration.open(code.getValue(), facts);
            moveTo(opened);
            saved.accept(opened);
            return "Kantor %s (%s) ditambahkan. Atur jam layanan dan kuotanya sebelum pemesanan dibuka."
                    .formatted(facts.name(), opened);
        }
        if (!facts.equals(factsOf(office))) {
            administration.change(office, facts);
        }
        moveTo(office.code());
        return "Kantor %s disimpan.".formatted(facts.name());
    }

    private static OfficeFacts factsOf(Office office) {
        return new OfficeFacts(
                office.name(), office.kind(), office.timeZone(), office.address(), office.phone(), office.servesFrom());
    }

    private void moveTo(OfficeCode moved) {
        Office chosen = after.getValue();
        if (!Objects.equals(chosen, predecessor)) {
            administration.moveAfter(moved, chosen == null ? null : chosen.code());
        }
    }
}
