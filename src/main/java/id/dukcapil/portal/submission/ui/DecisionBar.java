package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.submission.Desk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionStatus;
import java.util.function.Consumer;

/** What can be done with the request now, with the key of each act; it stays in sight at the foot of the file. */
class DecisionBar extends Div {

    private final Span progress = new Span();
    private final Button more = new Button("Lainnya", click -> unfold());

    DecisionBar(
            CaseActions actions, SubmissionDetails submission, Consumer<SubmissionNumber> decided, Runnable changed) {
        addClassName("decision-bar");
        progress.addClassName("progress");
        if (actions.mayJudge(submission)) {
            judgements(actions, submission, decided, changed);
        }
        if (actions.mayServeApplicant()) {
            counter(actions, submission, changed);
        }
        var space = new Span();
        space.addClassName("space");
        add(space);
        more.addClassName("more");
        more.getElement().setAttribute("aria-expanded", "false");
        claims(actions, submission, changed);
        long acts = getChildren().filter(Button.class::isInstance).count();
        setVisible(acts > 0);
        if (acts > 1) {
            add(more);
        }
    }

    /** Where the screen is narrow or low, all but the first act wait behind one button. */
    private void unfold() {
        boolean unfolded = !hasClassName("unfolded");
        setClassName("unfolded", unfolded);
        more.getElement().setAttribute("aria-expanded", String.valueOf(unfolded));
    }

    private void judgements(
            CaseActions actions, SubmissionDetails submission, Consumer<SubmissionNumber> decided, Runnable changed) {
        boolean verifier = submission.status().desk() == Desk.VERIFIER;
        Button pass = button(
                verifier ? "Setujui, lanjut" : "Teruskan ke verifikator",
                "A",
                () -> actions.pass(submission, decided, changed));
        pass.addThemeVariants(ButtonVariant.PRIMARY);
        pass.setDisableOnClick(true);
        pass.addClickListener(click -> pass.setEnabled(true));
        add(pass, progress);
        if (submission.status().canBecome(SubmissionStatus.RETURNED_TO_OPERATOR)) {
            add(button("Ke operator", "O", () -> actions.returnToOperator(submission, decided, changed)));
        }
        Button reject = button("Tolak", "T", () -> actions.reject(submission, decided, changed));
        reject.addThemeVariants(ButtonVariant.ERROR);
        add(button("Ke pemohon", "P", () -> actions.returnToApplicant(submission, decided, changed)), reject);
    }

    private void counter(CaseActions actions, SubmissionDetails submission, Runnable changed) {
        if (submission.status() == SubmissionStatus.RETURNED_TO_APPLICANT) {
            var complete = new Button("Kelengkapan diterima", click -> actions.complete(submission, changed));
            complete.addThemeVariants(ButtonVariant.PRIMARY);
            complete.setDisableOnClick(true);
            add(complete);
        }
        if (submission.status().canBecome(SubmissionStatus.CANCELLED) && !actions.isHeldByAnother(submission)) {
            var cancel = new Button("Batalkan", click -> actions.cancel(submission, changed));
            cancel.addThemeVariants(ButtonVariant.TERTIARY);
            cancel.setTooltipText("Atas permintaan pemohon");
            add(cancel);
        }
    }

    private void claims(CaseActions actions, SubmissionDetails submission, Runnable changed) {
        SubmissionNumber number = submission.number();
        if (actions.isHeldByMe(submission)) {
            add(button("Lepas", "L", () -> actions.release(number, changed)));
        } else if (actions.mayTakeOver(submission)) {
            add(new Button("Ambil alih", click -> actions.takeOver(submission, changed)));
        } else if (actions.mayJudge(submission)) {
            add(button("Pegang", "Enter", () -> actions.claim(number, changed)));
        }
    }

    private static Button button(String label, String key, Runnable act) {
        var cap = new Span();
        cap.getElement().setProperty("innerHTML", "<kbd>" + (key.equals("Enter") ? "↵" : key) + "</kbd>");
        cap.getElement().setAttribute("aria-hidden", "true");
        var button = new Button(label, click -> act.run());
        button.setSuffixComponent(cap);
        button.getElement().setAttribute("aria-keyshortcuts", key);
        return button;
    }

    void showProgress(long ticked, int items) {
        progress.setText(items == 0 ? "" : "%d dari %d diperiksa".formatted(ticked, items));
        progress.setClassName("complete", ticked == items);
    }
}
