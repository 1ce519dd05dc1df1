package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.handover.GivenCard;
import id.dukcapil.portal.cards.handover.OldCard;
import id.dukcapil.portal.cards.handover.ReceiverKind;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.documents.upload.FileExamination;
import id.dukcapil.portal.population.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The four things that have to be said before a card leaves: which card, to whom, what became of the old one, and the signature. */
class HandoverForm extends Div {

    private static final int DIGITS = 4;

    private final TextField lastFour = Indonesian.textField("Empat angka terakhir NIK di kartu");
    private final RadioButtonGroup<ReceiverKind> kind = new RadioButtonGroup<>("Penerima");
    private final RadioButtonGroup<Person> relative = new RadioButtonGroup<>("Anggota keluarga satu KK");
    private final TextField name = Indonesian.textField("Nama penerima kuasa");
    private final TextField relation = Indonesian.textField("Hubungan");
    private final TextField letter = Indonesian.textField("Nomor surat kuasa");
    private final DatePicker letterOn = Indonesian.datePicker("Tanggal surat kuasa");
    private final LetterUpload scan;
    private final RadioButtonGroup<OldCard> old = new RadioButtonGroup<>("KTP lama");
    private final TextField oldNote = Indonesian.textField("");
    private final SignaturePad pad = new SignaturePad();
    private final Checkbox onPaper = new Checkbox("Ditandatangani di kertas tanda terima");

    HandoverForm(OrderDetails order, List<Person> family, LocalDate today, FileExamination examination) {
        scan = new LetterUpload(examination);
        addClassName("handover-flow");
        card(order);
        receiver(family, today);
        oldCard(order);
        add(step("4", "Tanda tangan penerima", pad, onPaper));
    }

    private void card(OrderDetails order) {
        var facts = new KeyValueList().with("NIK", order.nik().masked()).with("Nama", order.name());
        if (order.serial() != null) {
            facts.with("Nomor seri", order.serial());
        }
        var shelf = new Span(order.shelf() == null ? "" : "Rak " + order.shelf());
        shelf.addClassName("handover-shelf");
        lastFour.setMaxLength(DIGITS);
        lastFour.setAllowedCharPattern("\\d");
        lastFour.setAutocomplete(Autocomplete.OFF);
        add(step("1", "Kartu yang diserahkan", facts, shelf, lastFour));
    }

    private void receiver(List<Person> family, LocalDate today) {
        kind.setItems(ReceiverKind.SELF, ReceiverKind.FAMILY, ReceiverKind.PROXY);
        kind.setItemLabelGenerator(ReceiverKind::label);
        relative.setItems(family);
        relative.setItemLabelGenerator(member -> "%s · %s · %s"
                .formatted(
                        member.fullName(),
                        member.relationship().label().toLowerCase(Locale.ROOT),
                        member.nik().masked()));
        letterOn.setMax(today);
        var nobody = new Span("Tidak ada orang dewasa lain dalam KK-nya; pakai surat kuasa.");
        nobody.addClassName("muted");
        kind.addValueChangeListener(change -> {
            boolean byFamily = change.getValue() == ReceiverKind.FAMILY;
            relative.setVisible(byFamily && !family.isEmpty());
            nobody.setVisible(byFamily && family.isEmpty());
            for (Component field : List.of(name, relation, letter, letterOn, scan)) {
                field.setVisible(change.getValue() == ReceiverKind.PROXY);
            }
        });
        kind.setValue(ReceiverKind.SELF);
        relative.setVisible(false);
        nobody.setVisible(false);
        for (Component field : List.of(name, relation, letter, letterOn, scan)) {
            field.setVisible(false);
        }
        add(step("2", "Penerima", kind, relative, nobody, name, relation, letter, letterOn, scan));
    }

    private void oldCard(OrderDetails order) {
        old.setItems(OldCard.values());
        // What each outcome requires is read before it is chosen
        old.setItemLabelGenerator(outcome -> "%s: %s".formatted(outcome.label(), outcome.consequence()));
        old.addValueChangeListener(change -> {
            OldCard chosen = change.getValue();
            oldNote.setVisible(chosen != null);
            if (chosen != null) {
                oldNote.setLabel(chosen.note());
                oldNote.setRequiredIndicatorVisible(chosen.needsNote());
            }
        });
        oldNote.setVisible(false);
        switch (order.reason()) {
            case FIRST -> preset(OldCard.NONE, "Kartu pertama");
            case LOST -> preset(OldCard.LOST, order.letter() == null ? "" : order.letter());
            case DAMAGED, CHANGED_DATA -> {}
        }
        add(step("3", "KTP lama", old, oldNote));
    }

    private void preset(OldCard outcome, String note) {
        old.setValue(outcome);
        oldNote.setValue(note);
    }

    private static Section step(String number, String title, Component... fields) {
        var step = new Section(new H3(number + "  " + title));
        step.add(fields);
        return step;
    }

    void focus() {
        lastFour.focus();
    }

    void findings(FieldFindings findings) {
        findings.at("lastFour", lastFour)
                .at("relative", relative)
                .at("name", name)
                .at("relation", relation)
                .at("letter", letter)
                .at("letterOn", letterOn)
                .at("old", old)
                .at("oldNote", oldNote)
                .at("signature", onPaper);
    }

    GivenCard given() {
        Person member = relative.getValue();
        return new GivenCard(
                lastFour.getValue().strip(),
                kind.getValue(),
                member == null ? null : member.nik(),
                name.getValue(),
                relation.getValue(),
                letter.getValue(),
                letterOn.getValue(),
                scan.letter(),
                old.getValue(),
                oldNote.getValue(),
                pad.strokes(),
                onPaper.getValue());
    }
}
