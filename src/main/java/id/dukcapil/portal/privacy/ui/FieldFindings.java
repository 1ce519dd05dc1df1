package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.HasValidation;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.privacy.IllegalPrivacyMove;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts what is wrong with an input beside the field it is about. */
class FieldFindings {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    FieldFindings with(String name, HasValidation field) {
        field.setManualValidation(true);
        fields.put(name, field);
        return this;
    }

    /** Does the act; what is wrong with the input is shown, and what came too late is said. @return whether it is over */
    boolean attempt(Runnable act) {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            act.run();
            return true;
        } catch (InvalidInput wrong) {
            wrong.findings().forEach(this::show);
            return false;
        } catch (IllegalPrivacyMove tooLate) {
            Notify.warning(String.valueOf(tooLate.getMessage()));
            return true;
        }
    }

    private void show(Finding finding) {
        HasValidation field = fields.get(finding.field());
        if (field == null) {
            Notify.warning(finding.message());
            return;
        }
        field.setErrorMessage(finding.message());
        field.setInvalid(true);
    }
}
