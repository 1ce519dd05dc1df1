package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.submission.Rejection;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Refuses for good, with the reason and the rule that demands it. */
class RejectDialog extends JudgementDialog {

    /** Rules that are named most often; any other can be typed. */
    private static final List<String> BASES = List.of(
            "Perpres 96/2018 Pasal 11",
            "Perpres 96/2018 Pasal 12",
            "Perpres 96/2018 Pasal 13",
            "Permendagri 108/2019 Pasal 10",
            "UU 24/2013 Pasal 61",
            "SOP 31/2023");

    private final transient Function<Rejection, Optional<SubmissionDetails>> verb;
    private final ComboBox<String> basis = Indonesian.comboBox("Dasar hukum");

    RejectDialog(
            SubmissionDetails submission,
            Function<Rejection, Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        this(wordsField("Alasan penolakan"), submission, verb, done, changed);
    }

    private RejectDialog(
            TextArea why,
            SubmissionDetails submission,
            Function<Rejection, Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed) {
        super(
                "Tolak permohonan",
                "Permohonan berakhir; pemohon menerima alasan dan dasar hukumnya dan harus mengajukan permohonan baru.",
                "Tolak permohonan",
                why,
                submission,
                done,
                changed);
        this.verb = verb;
        actButton().addThemeVariants(ButtonVariant.ERROR);
        basis.setItems(BASES);
        basis.setAllowCustomValue(true);
        basis.addCustomValueSetListener(typed -> basis.setValue(typed.getDetail()));
        basis.setWidthFull();
        addFields(why, basis);
        findings().at("reason", why).at("legalBasis", basis);
        why.focus();
    }

    @Override
    Optional<SubmissionDetails> judge() {
        return verb.apply(new Rejection(words(), Objects.requireNonNullElse(basis.getValue(), "")));
    }
}
