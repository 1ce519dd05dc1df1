package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Something was found that a person may judge: it passes all the same when it is said why. */
class PassDespiteDialog extends JudgementDialog {

    private final transient Function<String, Optional<SubmissionDetails>> verb;

    PassDespiteDialog(
            SubmissionDetails submission,
            List<Finding> warnings,
            Function<String, Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        this(wordsField("Alasan tetap meneruskan"), submission, warnings, verb, done, changed);
    }

    private PassDespiteDialog(
            TextArea why,
            SubmissionDetails submission,
            List<Finding> warnings,
            Function<String, Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        super(
                "Ada temuan:",
                "Permohonan ini dapat diteruskan bila ada alasannya; alasan itu tercatat pada riwayat atas nama Anda."
                        + " Kalau dokumennya memang belum ada, kembalikan ke pemohon.",
                "Teruskan dengan alasan",
                why,
                submission,
                done,
                changed);
        this.verb = verb;
        warnings.forEach(warning -> addFields(new Callout("Temuan", Tone.WARN, warning.message())));
        why.setHelperText("Misalnya: dokumen asli diperlihatkan di loket dan sudah dicocokkan.");
        addFields(why);
        findings().at("reason", why);
        why.focus();
    }

    @Override
    Optional<SubmissionDetails> judge() {
        return verb.apply(words());
    }
}
