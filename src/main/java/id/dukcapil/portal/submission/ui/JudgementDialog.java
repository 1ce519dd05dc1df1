package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.submission.HeldBySomebodyElse;
import id.dukcapil.portal.submission.SamePersonTwice;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A judgement that needs words. What is wrong is said at its field; when somebody else was faster the dialog says so and
 * closes. What was typed is kept by the browser until the judgement is made.
 */
abstract class JudgementDialog extends Dialog {

    private static final int LONGEST = 500;

    private final transient FieldFindings findings = new FieldFindings();
    private final transient SubmissionDetails submission;
    private final transient Consumer<SubmissionDetails> done;
    private final transient Runnable changed;
    private final Div form = new Div();
    private final Button act;
    private final TextArea words;
    private final String kept;

    /**
     * @param consequence what happens then, in a sentence
     * @param done told of the request as it is after the judgement
     * @param changed called when the page shows something that is no longer so
     */
    JudgementDialog(
            String title,
            String consequence,
            String actLabel,
            TextArea words,
            SubmissionDetails submission,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        this.submission = submission;
        this.done = done;
        this.changed = changed;
        this.words = words;
        this.kept = getClass().getSimpleName() + ":" + submission.number();
        setHeaderTitle(title + " " + submission.number());
        setWidth("min(34rem, 96vw)");
        form.addClassName("judgement-form");
        add(new Paragraph(consequence), form);
        KeptText.keep(words, kept);
        act = new Button(actLabel, click -> run());
        act.addThemeVariants(ButtonVariant.PRIMARY);
        act.setDisableOnClick(true);
        getFooter().add(new Button("Kembali", click -> close()), act);
    }

    /** Reads the fields and decides. */
    abstract Optional<SubmissionDetails> judge();

    static TextArea wordsField(String label) {
        TextArea field = Indonesian.textArea(label);
        field.setWidthFull();
        field.setMinRows(3);
        field.setMaxLength(LONGEST);
        field.setManualValidation(true);
        return field;
    }

    final void addFields(Component... fields) {
        form.add(fields);
    }

    final FieldFindings findings() {
        return findings;
    }

    final Button actButton() {
        return act;
    }

    final String words() {
        return words.getValue();
    }

    private void run() {
        try {
            Optional<SubmissionDetails> judged = judge();
            KeptText.forget(words, kept);
            close();
            judged.ifPresentOrElse(
                    done,
                    () -> Notify.warning("Permohonan %s tidak ada di kantor Anda.".formatted(submission.number())));
        } catch (InvalidInput invalid) {
            findings.show(invalid);
            act.setEnabled(true);
        } catch (ChangedMeanwhile | HeldBySomebodyElse | SamePersonTwice | IllegalMove refusal) {
            close();
            Notify.problem(String.valueOf(refusal.getMessage()));
            changed.run();
        }
    }
}
