package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import java.util.function.Consumer;

/** A few fields one below the other, and a step of a case that closes the dialog when it succeeds or came too late. */
class CaseDialog extends Dialog {

    private final transient FieldFindings findings = new FieldFindings();
    private final Div body = new Div();

    CaseDialog(String title) {
        super(title);
        setWidth("min(34rem, 96vw)");
        body.addClassName("stack");
        add(body);
    }

    /** Asks for one text. */
    static void ask(
            String title, String explanation, String label, String field, String confirm, Consumer<String> act) {
        var dialog = new CaseDialog(title);
        TextArea text = Indonesian.textArea(label);
        text.setMaxLength(1900);
        text.setMinHeight("6rem");
        dialog.explain(explanation);
        dialog.field(field, text);
        dialog.confirm(confirm, () -> act.accept(text.getValue()));
        dialog.openAt(text);
    }

    CaseDialog explain(String sentence) {
        return explain(new Paragraph(sentence));
    }

    /** @param sentence one that can change while the dialog is open */
    CaseDialog explain(Paragraph sentence) {
        body.add(sentence);
        return this;
    }

    /** @param name by which findings tell of the field */
    <F extends Component & HasValidationProperties & HasValue<?, ?> & HasSize> F field(String name, F field) {
        field.setWidthFull();
        field.setManualValidation(true);
        findings.at(name, field);
        body.add(field);
        return field;
    }

    /** @param act throws what is wrong with the input; then the dialog stays */
    void confirm(String label, Runnable act) {
        var button = new Button(label);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                findings.requireReadable();
                act.run();
                close();
            } catch (InvalidInput wrong) {
                findings.show(wrong);
                button.setEnabled(true);
            } catch (IllegalMove tooLate) {
                Notify.warning(String.valueOf(tooLate.getMessage()));
                close();
            }
        });
        getFooter().add(new Button("Batal", click -> close()), button);
    }

    void openAt(Focusable<?> first) {
        open();
        first.focus();
    }
}
