package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.Preflight;
import id.dukcapil.portal.signing.SigningBatchId;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.SigningRoom;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from documents to a batch: the check, the passphrase, the beginning. */
@SpringComponent
class SigningAttempt {

    /** Where it is shown. */
    interface Stage {

        void put(Component part);

        /** False as soon as something else was put there. */
        boolean shows(Component part);

        void back();

        void begun(SigningRoom.Started started);

        /** One look at the batch that is being signed. */
        void look();
    }

    /**
     * What is to be signed.
     *
     * @param retryOf the batch whose rest it is
     */
    record Wanted(
            List<SigningDocumentId> documents, @Nullable SigningBatchId retryOf) {}

    private final SigningRoom signing;
    private final Errands errands;
    private final Organisation organisation;
    private final Clock clock;

    SigningAttempt(SigningRoom signing, Errands errands, Organisation organisation, Clock clock) {
        this.signing = signing;
        this.errands = errands;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** What was not signed in a batch and waits again. */
    List<SigningDocumentId> unsignedOf(SigningBatchId earlier) {
        return signing.unsignedOf(earlier);
    }

    /** @param warning what went wrong the time before; null at the first time */
    void check(Wanted wanted, @Nullable String warning, Stage stage) {
        UI page = UI.getCurrent();
        Component waiting = waiting("Memeriksa %s dokumen…"
                .formatted(Formats.number(wanted.documents().size())));
        stage.put(waiting);
        errands.run(
                page,
                () -> signing.prepare(wanted.documents()),
                found -> {
                    if (stage.shows(waiting)) {
                        stage.put(asking(found, wanted, warning, stage, page));
                    }
                },
                () -> backFrom(waiting, stage));
    }

    private PreflightPart asking(Preflight found, Wanted wanted, @Nullable String warning, Stage stage, UI page) {
        // What was found out of order is not asked for again
        var ready = new Wanted(found.ready(), wanted.retryOf());
        return new PreflightPart(
                found,
                warning,
                organisation.timeZone(),
                clock.instant(),
                secret -> sign(ready, secret, stage, page),
                stage::back);
    }

    private void sign(Wanted wanted, Passphrase secret, Stage stage, UI page) {
        Component waiting = waiting("Memulai…");
        stage.put(waiting);
        var progress = new ProgressPush(page, stage::look);
        errands.run(
                page,
                () -> wanted.retryOf() == null
                        ? signing.start(wanted.documents(), secret, progress)
                        : signing.retry(wanted.retryOf(), secret, progress),
                stage::begun,
                () -> backFrom(waiting, stage));
    }

    private static void backFrom(Component waiting, Stage stage) {
        if (stage.shows(waiting)) {
            stage.back();
        }
    }

    private static Component waiting(String sentence) {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        var text = new Span(sentence);
        text.getElement().setAttribute("role", "status");
        var part = new Div(text, bar);
        part.addClassName("waiting");
        return part;
    }
}
