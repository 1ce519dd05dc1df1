package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.submission.SubmissionDecision;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.Optional;

/** A request has been taken in at the counter: its number, what is still to be scanned, and the way to the next one. */
class IntakeReceipt extends Div {

    /** @param next starts the next request; the focus is on it */
    IntakeReceipt(SubmissionDecision.Accepted accepted, Optional<CasePapers> papers, Runnable next) {
        SubmissionDetails submission = accepted.submission();
        addClassNames("card", "pad", "stack", "receipt");
        var number = new Div(submission.number().value());
        number.addClassName("receipt-number");
        add(
                new Callout(
                        "Diterima",
                        Tone.OK,
                        "Permohonan diterima dan menunggu pemeriksaan. Pindai lampirannya, lalu cetak tanda terima."),
                number,
                new KeyValueList()
                        .with("Pemohon", submission.applicant().fullName())
                        .with("Nomor KK", submission.applicant().family().masked()));
        for (Finding warning : accepted.warnings()) {
            add(new Callout("Ganda?", Tone.WARN, warning.message()));
        }
        papers.ifPresent(this::add);
        add(ways(submission, next));
    }

    private static Div ways(SubmissionDetails submission, Runnable next) {
        var open = new Anchor(SubmissionNavigation.request(submission.number()), "");
        open.add(new Button("Buka permohonan"));
        open.addClassName("download");
        var again = new Button("Permohonan berikutnya", click -> next.run());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.focus();
        var ways = new Div(again, open);
        ways.addClassName("panel-actions");
        return ways;
    }
}
