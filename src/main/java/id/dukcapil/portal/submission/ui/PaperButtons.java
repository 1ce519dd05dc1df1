package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionStatus;
import id.dukcapil.portal.submission.document.SubmissionPapers;
import java.util.Optional;
import java.util.function.Function;

/** The papers about a request, each to read, print and save. */
class PaperButtons extends Div {

    private final transient SubmissionNumber number;

    /** @param judges whether who looks at it may see the card before it is signed */
    PaperButtons(SubmissionPapers papers, SubmissionNumber number, SubmissionStatus status, boolean judges) {
        this.number = number;
        addClassName("paper-buttons");
        if (judges) {
            add(button("Pratinjau KK", "Pratinjau Kartu Keluarga", "pratinjau-kk", papers::familyCardPreview));
        }
        if (status == SubmissionStatus.RETURNED_TO_APPLICANT) {
            add(button("Surat pengembalian", "Surat pengembalian", "surat-pengembalian", papers::returnLetter));
        }
        add(
                button("Tanda terima", "Tanda terima", "tanda-terima", papers::receipt),
                button("Lembar disposisi", "Lembar disposisi", "lembar-disposisi", papers::dispositionSheet));
    }

    private Button button(String text, String title, String file, Function<SubmissionNumber, Optional<byte[]>> paper) {
        return new Button(text, click -> open(title, file, paper));
    }

    /** Made once when it is asked for: showing, printing and saving it are one opening. */
    private void open(String title, String file, Function<SubmissionNumber, Optional<byte[]>> paper) {
        try {
            paper.apply(number)
                    .ifPresentOrElse(
                            pdf -> new PdfDialog(
                                            "%s %s".formatted(title, number),
                                            "%s-%s.pdf".formatted(file, number),
                                            () -> pdf)
                                    .open(),
                            () -> Notify.problem("Permohonan %s tidak ada lagi.".formatted(number)));
        } catch (InvalidInput invalid) {
            Notify.problem(String.valueOf(invalid.getMessage()));
        }
    }
}
