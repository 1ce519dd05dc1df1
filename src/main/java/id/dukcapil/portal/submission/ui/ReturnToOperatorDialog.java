package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The verifier wants the operator to look again. */
class ReturnToOperatorDialog extends JudgementDialog {

    private final transient Function<String, Optional<SubmissionDetails>> verb;

    ReturnToOperatorDialog(
            SubmissionDetails submission,
            Function<String, Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        this(wordsField("Alasan"), submission, verb, done, changed);
    }

    private ReturnToOperatorDialog(
            TextArea why,
            SubmissionDetails submission,
            Function<String, Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        super(
                "Kembalikan ke operator:",
                "Operator memeriksa lagi, lalu meneruskannya kepada verifikator.",
                "Kembalikan",
                why,
                submission,
                done,
                changed);
        this.verb = verb;
        addFields(why);
        findings().at("reason", why);
        why.focus();
    }

    @Override
    Optional<SubmissionDetails> judge() {
        return verb.apply(words());
    }
}
