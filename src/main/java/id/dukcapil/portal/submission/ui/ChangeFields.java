package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.submission.CardElement;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What shall stand on the card instead, element by element (form F-1.06): only the elements that the chosen reason touches
 * are asked for. They come last in the form, so that choosing a reason moves no field under the typing hand.
 */
class ChangeFields extends FormLayout {

    private static final int LONGEST = 200;

    private final Map<CardElement, AbstractField<?, String>> fields = new EnumMap<>(CardElement.class);

    ChangeFields(CodeLists codes, FieldFindings findings) {
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("30em", 2));
        for (CardElement element : CardElement.values()) {
            String label = element.label() + " menjadi";
            element.list()
                    .ifPresentOrElse(
                            list -> enter(element, choice(label, codes, list), findings),
                            () -> enter(element, words(label), findings));
        }
        show("");
    }

    private static ComboBox<String> choice(String label, CodeLists codes, CodeList list) {
        ComboBox<String> field = Indonesian.comboBox(label);
        field.setItems(codes.entries(list).stream().map(CodeList.Entry::label).toList());
        field.setClearButtonVisible(true);
        field.setManualValidation(true);
        return field;
    }

    private static TextField words(String label) {
        TextField field = Indonesian.textField(label);
        field.setMaxLength(LONGEST);
        field.setManualValidation(true);
        return field;
    }

    private <F extends AbstractField<?, String> & HasValidationProperties> void enter(
            CardElement element, F field, FieldFindings findings) {
        findings.at("changes." + element.name(), field);
        fields.put(element, field);
        add(field);
    }

    /** Shows the elements that the reason touches; what was entered for others is forgotten. */
    void show(String reasonCode) {
        fields.forEach((element, field) -> {
            boolean touched = CardElement.touchedBy(reasonCode).contains(element);
            field.setVisible(touched);
            if (!touched) {
                field.clear();
            }
        });
        setVisible(fields.values().stream().anyMatch(Component::isVisible));
    }

    /** By the names that the service knows; without what was left empty. */
    Map<String, String> changes() {
        var changes = new LinkedHashMap<String, String>();
        fields.forEach((element, field) -> Optional.ofNullable(field.getValue())
                .filter(wanted -> !wanted.isBlank())
                .ifPresent(wanted -> changes.put(element.name(), wanted)));
        return changes;
    }

    void clear() {
        fields.values().forEach(HasValue::clear);
    }
}
