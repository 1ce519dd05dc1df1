package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.DueChip;
import id.dukcapil.portal.common.ui.DueTime;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file of a request beside the inbox. */
class CasePanel extends DetailPanel {

    private transient @Nullable SubmissionNumber shown;

    CasePanel() {
        super("berkas permohonan");
        addClassName("case-panel");
    }

    void show(SubmissionDetails submission, CaseContent content, boolean mine, Optional<DueTime> due) {
        var own = new Anchor(SubmissionNavigation.request(submission.number()), "");
        own.add(VaadinIcon.EXPAND_SQUARE.create());
        own.getElement().setAttribute("aria-label", "Buka di halaman sendiri");
        own.getElement().setAttribute("title", "Buka di halaman sendiri");
        own.addClassName("own-page");
        var beside = new Div(badges(submission, mine, due).toArray(Component[]::new));
        beside.addClassName("case-badges");
        startWith(
                "%s · %s".formatted(submission.number(), submission.applicant().fullName()), beside, own);
        add(content);
        if (!submission.number().equals(shown)) {
            shown = submission.number();
            // Where the file has the screen for itself, it begins at its head, however far the list was scrolled
            getElement().executeJs("if (matchMedia('(max-width: 1000px)').matches) scrollTo(0, 0)");
        }
    }

    /** Status, claim and time, in the order in which they matter. */
    static List<Component> badges(SubmissionDetails submission, boolean mine, Optional<DueTime> due) {
        var badges = new ArrayList<Component>();
        badges.add(new StatusBadge(submission.status().label(), SubmissionTones.of(submission.status())));
        if (mine) {
            badges.add(new StatusBadge("Anda pegang", Tone.INFO));
        }
        due.ifPresent(time -> badges.add(new DueChip(time)));
        return badges;
    }
}
