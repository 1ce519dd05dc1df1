package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.documents.DocumentStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** The archived PDF for the letter to the list. */
@Component
class PaperAttachment implements MailAttachment {

    static final String KIND = "sla-paper";

    private final PaperArchive archive;
    private final DocumentStore documents;

    PaperAttachment(PaperArchive archive, DocumentStore documents) {
        this.archive = archive;
        this.documents = documents;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Content> of(String reference) {
        return archive.find(reference).stream()
                .map(paper -> new Content(paper.row().fileName(), "application/pdf", documents.read(paper.pdf())))
                .toList();
    }
}
