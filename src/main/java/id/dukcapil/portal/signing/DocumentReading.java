package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets whoever signs read the very bytes that would be signed. They show everything about a family, so nobody else gets
 * them here, and every opening is recorded.
 */
@Service
@PreAuthorize("hasAuthority('DOCUMENT_SIGN')")
public class DocumentReading {

    /** Small print can be read when it is enlarged, and a picture still has less than 200 kB. */
    private static final int DPI = 130;

    private final SigningRegister register;
    private final DocumentStore store;
    private final ApplicationEventPublisher events;

    DocumentReading(SigningRegister register, DocumentStore store, ApplicationEventPublisher events) {
        this.register = register;
        this.store = store;
        this.events = events;
    }

    /**
     * What can be shown of a document.
     *
     * @param obstacle why nothing can, in a sentence; null when its bytes are there and still those of their digest
     */
    public record Sight(@Nullable String obstacle, int pages) {}

    /** Looks whether a document can be shown; that alone is not recorded. */
    public Sight look(SigningDocumentDetails document) {
        try (PDDocument pdf = Loader.loadPDF(store.read(document.unsigned()))) {
            return new Sight(null, pdf.getNumberOfPages());
        } catch (DocumentUnavailable gone) {
            return new Sight(BundleSigning.sentence(gone), 0);
        } catch (IOException | UncheckedIOException unreadable) {
            return new Sight("Berkas dokumen tidak dapat dibaca.", 0);
        }
    }

    /**
     * @return nothing when there is no such document within reach
     * @throws DocumentUnavailable when its bytes are gone or no longer those of their digest
     */
    @Transactional
    public Optional<byte[]> open(SigningDocumentId id) {
        return register.find(id).map(document -> {
            byte[] pdf = store.read(document.unsigned());
            events.publishEvent(
                    AuditEvent.of(DocumentMoved.RECORD, document.title() + " " + document.reference(), "Dibuka")
                            .at(document.office())
                            .changing("SHA-256", null, document.unsigned())
                            .because("Membaca sebelum menandatangani"));
            return pdf;
        });
    }

    /**
     * A page as PNG, for phones, whose browsers show no PDF inside a page; otherwise as {@link #open}.
     *
     * @param page from 0
     * @throws UncheckedIOException when it cannot be drawn
     */
    @Transactional
    public Optional<byte[]> picture(SigningDocumentId id, int page) {
        return open(id).map(pdf -> drawn(pdf, page));
    }

    private static byte[] drawn(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var png = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.GRAY), "png", png);
            return png.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("A document cannot be drawn", broken);
        }
    }
}
