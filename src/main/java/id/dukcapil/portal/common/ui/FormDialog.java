package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;

/**
 * A dialog with fields and one primary act. What cannot be used is said at its field and the dialog stays open; when
 * somebody else was faster it says so, closes and lets the page show what holds now.
 */
public abstract class FormDialog extends Dialog {

    private final transient FieldFindings findings = new FieldFindings();
    private final transient Runnable changed;
    private final Div form = new Div();
    private final Button act;

    /**
     * @param actLabel the primary act as a verb, "Simpan"
     * @param changed called after the act, and when the page shows something that is no longer so
     */
    protected FormDialog(String title, String actLabel, Runnable changed) {
        this.changed = changed;
        setHeaderTitle(title);
        setWidth("min(34rem, 96vw)");
        form.addClassName("form-stack");
        add(form);
        act = new Button(actLabel, click -> run());
        act.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Batal", click -> close()), act);
        FirstField.focusWhenOpened(this);
    }

    /** Reads the fields and does it; returns the sentence that says what was done. */
    protected abstract String act();

    protected final void addFields(Component... fields) {
        form.add(fields);
    }

    protected final FieldFindings findings() {
        return findings;
    }

    /** Enter in any field does the primary act; for dialogs whose fields have one line each. */
    protected final void actOnEnter() {
        act.addClickShortcut(Key.ENTER).listenOn(this).resetFocusOnActiveElement();
    }

    protected final Button actButton() {
        return act;
    }

    private void run() {
        perform(() -> {
            findings.requireReadable();
            return act();
        });
    }

    /** For a second act beside the primary one, with the same manners. */
    protected final void perform(Act chosen) {
        try {
            String done = chosen.run();
            close();
            Notify.done(done);
            changed.run();
        } catch (InvalidInput invalid) {
            findings.show(invalid);
        } catch (ChangedMeanwhile conflict) {
            close();
            Notify.problem(String.valueOf(conflict.getMessage()));
            changed.run();
        }
    }

    /** Does something and says what was done. */
    @FunctionalInterface
    protected interface Act {
        String run();
    }
}
