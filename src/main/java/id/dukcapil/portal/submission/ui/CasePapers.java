package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.submission.attachment.Attachment;
import id.dukcapil.portal.submission.attachment.Papers;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The papers of one request: what the applicant brought, to look at; what the office writes, to print. */
class CasePapers extends Div {

    private final transient Supplier<Optional<Papers>> source;
    private final AttachmentViewer viewer;
    private final boolean open;
    private boolean addable;

    /**
     * @param source the papers as they are now
     * @param open whether the first one lies open at once
     */
    CasePapers(AttachmentViewer viewer, PaperButtons buttons, Supplier<Optional<Papers>> source, boolean open) {
        this.viewer = viewer;
        this.open = open;
        this.source = source;
        addClassName("case-papers");
        add(viewer, buttons);
        show();
    }

    /** Lets further papers be added, as long as the request takes any. */
    void accept(Function<Consumer<Attachment>, AttachmentUpload> upload) {
        if (addable) {
            var more = new Details("Tambah lampiran", upload.apply(added -> show()));
            add(more);
        }
    }

    void nextInTurn() {
        viewer.nextInTurn();
    }

    private void show() {
        source.get().ifPresent(papers -> {
            addable = papers.addable();
            viewer.show(papers);
            if (open) {
                viewer.openFirst();
            }
        });
    }
}
