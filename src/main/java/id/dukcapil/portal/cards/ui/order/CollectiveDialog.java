package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.handover.Packing;
import id.dukcapil.portal.cards.handover.Packing.Line;
import id.dukcapil.portal.cards.handover.Packing.Packed;
import id.dukcapil.portal.cards.handover.PackingPapers;
import id.dukcapil.portal.cards.handover.Packings;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** An institution brings or has sent back a packing: who took it, and which cards; all are ticked at first. */
class CollectiveDialog extends FormDialog {

    private final transient Packings packings;
    private final transient PackingPapers papers;
    private final Select<Packing> packing = Indonesian.select("Kemasan");
    private final TextField receiver = Indonesian.textField("Nama penerima");
    private final TextField position = Indonesian.textField("Jabatan penerima");
    private final CheckboxGroup<Line> lines = new CheckboxGroup<>("Kartu yang diterima");
    private final SignaturePad pad = new SignaturePad();
    private final Button list = new Button("Daftar kemas", click -> showList());

    CollectiveDialog(Packings packings, PackingPapers papers, Office office, Runnable changed) {
        super("Penyerahan kolektif", "Serahkan, buat berita acara", changed);
        this.packings = packings;
        this.papers = papers;
        List<Packing> open = packings.open(office.code());
        packing.setItems(open);
        packing.setItemLabelGenerator(one -> "%s · %s".formatted(one.institution(), one.number()));
        packing.addValueChangeListener(change -> show(change.getValue()));
        lines.setItemLabelGenerator(line ->
                "%s · %s".formatted(Objects.requireNonNullElse(line.name(), "(identitas dihapus)"), line.number()));
        lines.setHelperText("Yang tidak dicentang kembali ke rak.");
        lines.addClassName("stacked");
        addFields(packing, list, receiver, position, lines, pad);
        findings().at("packing", packing).at("receiver", receiver).at("position", position);
        open.stream().findFirst().ifPresent(packing::setValue);
    }

    private void show(Packing chosen) {
        List<Line> cards = packings.find(chosen.number()).orElseThrow().lines();
        lines.setItems(cards);
        lines.setValue(Set.copyOf(cards));
    }

    private void showList() {
        Packing chosen = packing.getValue();
        if (chosen != null) {
            packings.find(chosen.number())
                    .ifPresent(packed -> new PdfDialog(
                                    "Daftar kemas " + chosen.number(), "daftar-kemas.pdf", () -> papers.list(packed))
                            .open());
        }
    }

    @Override
    protected String act() {
        Packing chosen = packing.getValue();
        Set<String> accepted = lines.getValue().stream().map(Line::number).collect(Collectors.toSet());
        Packed done = packings.deliver(
                chosen == null ? "" : chosen.number(),
                receiver.getValue(),
                position.getValue(),
                accepted,
                pad.strokes());
        new PdfDialog(
                        "Berita acara " + done.packing().number(),
                        "berita-acara-serah-terima.pdf",
                        () -> papers.statement(done))
                .open();
        return "%d dari %d kartu diserahkan kepada %s."
                .formatted(accepted.size(), done.lines().size(), done.packing().institution());
    }
}
