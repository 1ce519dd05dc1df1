package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.PackingGroups.PackingGroup;
import id.dukcapil.portal.cards.handover.Packing.Packed;
import id.dukcapil.portal.cards.handover.PackingPapers;
import id.dukcapil.portal.cards.handover.Packings;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.staff.Office;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Packs first cards for one institution: packets are scanned one after the other, each ends with Enter. */
class PackingDialog extends FormDialog {

    private final transient Packings packings;
    private final transient PackingPapers papers;
    private final transient Office office;
    private final Select<PackingGroup> ready = Indonesian.select("Siap dikemas");
    private final TextField institution = Indonesian.textField("Sekolah, desa, atau instansi");
    private final TextArea orders = Indonesian.textArea("Paket (pindai satu per satu)");

    PackingDialog(Packings packings, PackingPapers papers, Office office, Runnable changed) {
        super("Kemas kartu, " + office.name(), "Kemas", changed);
        this.packings = packings;
        this.papers = papers;
        this.office = office;
        orders.setMinRows(6);
        orders.setHelperText("Hanya kartu pertama; untuk penggantian KTP lama harus dilihat.");
        List<PackingGroup> groups = packings.ready(office.code());
        ready.setItems(groups);
        ready.setItemLabelGenerator(group ->
                "%s · %d kartu".formatted(group.institution(), group.orders().size()));
        ready.setVisible(!groups.isEmpty());
        ready.addValueChangeListener(chosen -> fill(chosen.getValue()));
        addFields(ready, institution, orders);
        findings().at("institution", institution).at("orders", orders);
    }

    private void fill(PackingGroup group) {
        institution.setValue(group.institution());
        orders.setValue(String.join("\n", group.orders()));
    }

    @Override
    protected String act() {
        Packed packed = packings.pack(
                office.code(),
                institution.getValue(),
                Arrays.stream(orders.getValue().toUpperCase(Locale.ROOT).split("\\s+"))
                        .filter(number -> !number.isEmpty())
                        .toList());
        new PdfDialog("Daftar kemas " + packed.packing().number(), "daftar-kemas.pdf", () -> papers.list(packed))
                .open();
        return "%d kartu dikemas untuk %s."
                .formatted(packed.lines().size(), packed.packing().institution());
    }
}
