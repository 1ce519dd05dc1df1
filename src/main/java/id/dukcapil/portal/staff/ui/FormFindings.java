package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was noticed about a form: errors at their fields, warnings and everything without a field below the form. */
class FormFindings extends Div {

    private final transient Map<String, HasValidation> fields = new LinkedHashMap<>();

    FormFindings() {
        getElement().setAttribute("role", "alert");
    }

    FormFindings at(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    void show(List<Finding> findings) {
        clear();
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        errors.forEach(this::showAtField);
        callout(
                "Periksa",
                Tone.LATE,
                errors.stream()
                        .filter(finding -> !fields.containsKey(finding.field()))
                        .toList());
        callout(
                "Perhatikan",
                Tone.WARN,
                findings.stream().filter(finding -> !finding.isError()).toList());
    }

    void clear() {
        removeAll();
        fields.values().forEach(field -> field.setInvalid(false));
    }

    private void showAtField(Finding finding) {
        Optional.ofNullable(fields.get(finding.field())).ifPresent(field -> {
            field.setErrorMessage(finding.message());
            field.setInvalid(true);
        });
    }

    private void callout(String label, Tone tone, List<Finding> findings) {
        if (!findings.isEmpty()) {
            add(new Callout(label, tone, findings.stream().map(Finding::message).toList()));
        }
    }
}
