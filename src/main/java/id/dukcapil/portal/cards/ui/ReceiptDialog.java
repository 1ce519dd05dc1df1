package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.shipment.CardReceipts;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import java.util.UUID;

/** A delivery of the centre as the first person counted it. */
class ReceiptDialog extends FormDialog {

    private final transient CardReceipts receipts;
    private final transient Office office;
    private final UUID id = UUID.randomUUID();
    private final TextField reference = Indonesian.textField("Nomor surat jalan");
    private final IntegerField declared = Indonesian.integerField("Jumlah menurut surat jalan");
    private final IntegerField counted = Indonesian.integerField("Jumlah yang dihitung");

    ReceiptDialog(CardReceipts receipts, Office office, Runnable changed) {
        super("Kiriman dari pusat, " + office.name(), "Simpan hitungan", changed);
        this.receipts = receipts;
        this.office = office;
        reference.setMaxLength(NewCardEntry.LONGEST_REFERENCE);
        counted.setHelperText("Orang kedua menghitung lagi tanpa melihat angka ini; baru kemudian menjadi stok.");
        addFields(reference, declared, counted);
        findings().at("reference", reference).at("declared", declared).at("counted", counted);
        actOnEnter();
    }

    @Override
    protected String act() {
        var receipt = receipts.begin(id, office.code(), reference.getValue(), declared.getValue(), counted.getValue());
        return "Kiriman %s disimpan; menunggu hitungan orang kedua.".formatted(receipt.reference());
    }
}
