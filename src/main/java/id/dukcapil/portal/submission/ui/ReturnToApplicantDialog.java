package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.submission.ReturnReason;
import id.dukcapil.portal.submission.Shortcomings;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Something is missing that only the applicant can bring: reasons from the list, and words for the applicant to read. */
class ReturnToApplicantDialog extends JudgementDialog {

    private final transient Function<Shortcomings, Optional<SubmissionDetails>> verb;
    private final CheckboxGroup<ReturnReason> reasons = new CheckboxGroup<>("Yang belum lengkap atau belum benar");

    ReturnToApplicantDialog(
            SubmissionDetails submission,
            Function<Shortcomings, Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        this(wordsField("Keterangan untuk pemohon"), submission, verb, done, changed);
    }

    private ReturnToApplicantDialog(
            TextArea note,
            SubmissionDetails submission,
            Function<Shortcomings, Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        super(
                "Kembalikan ke pemohon:",
                "Pemohon diberi tahu lewat e-mail. Waktu layanan kantor berhenti sampai kelengkapan diterima.",
                "Kembalikan ke pemohon",
                note,
                submission,
                done,
                changed);
        this.verb = verb;
        reasons.setItems(ReturnReason.values());
        reasons.setItemLabelGenerator(ReturnReason::label);
        reasons.addClassName("stacked");
        note.setHelperText("Dibaca pemohon persis seperti ditulis; sebutkan dokumen dan apa yang harus diperbaiki.");
        addFields(reasons, note);
        findings().at("reasons", reasons).at("note", note);
        reasons.getElement().executeJs("setTimeout(() => this.querySelector('input')?.focus())");
    }

    @Override
    Optional<SubmissionDetails> judge() {
        return verb.apply(new Shortcomings(reasons.getValue(), words()));
    }
}
