package id.dukcapil.portal.visits.ui.resource;

import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.List;

/** Some lines of text about people or equipment. */
class ResourceDialog extends FormDialog {

    private final transient List<TextField> fields;
    private final transient Act entered;

    /** Stores what was entered, in the order of the fields. */
    interface Act {
        void store(List<String> values);
    }

    ResourceDialog(String title, List<String> labels, Act entered, Runnable changed) {
        super(title, "Simpan", changed);
        this.entered = entered;
        fields = labels.stream().map(Indonesian::textField).toList();
        fields.forEach(field -> {
            field.setWidthFull();
            findings().at(field.getLabel(), field);
            addFields(field);
        });
        findings().at("value", fields.getFirst());
        actOnEnter();
    }

    @Override
    protected String act() {
        fields.stream().filter(field -> field.getValue().isBlank()).findFirst().ifPresent(empty -> {
            throw new InvalidInput(empty.getLabel(), "Isi dahulu.");
        });
        entered.store(fields.stream().map(field -> field.getValue().strip()).toList());
        return "Disimpan.";
    }
}
