package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.staff.CurrentStaff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.stereotype.Component;

/** Whether one document can be signed by somebody: status, three-person rule, bytes, place of the signature. */
@Component
class DocumentCheck {

    private final SigningEquipment equipment;
    private final DocumentStore store;
    private final CurrentStaff staff;
    private final SigningItems items;

    DocumentCheck(SigningEquipment equipment, DocumentStore store, CurrentStaff staff, SigningItems items) {
        this.equipment = equipment;
        this.store = store;
        this.staff = staff;
        this.items = items;
    }

    Preflight.Check check(SigningDocument document, BatchSigner signer) {
        return checked(document, obstacle(document, signer));
    }

    /** The same for many, whose PDFs are looked into by all processors at once. @return in their order */
    List<Preflight.Check> check(List<SigningDocument> documents, BatchSigner signer) {
        Map<SigningDocumentId, String> obstacles = new HashMap<>();
        for (SigningDocument document : documents) {
            obstacleToEntering(document, signer).ifPresent(why -> obstacles.put(document.id(), why));
        }
        return documents.parallelStream()
                .map(document -> checked(
                        document,
                        Optional.ofNullable(obstacles.get(document.id())).or(() -> obstacleInThePdf(document))))
                .toList();
    }

    private static Preflight.Check checked(SigningDocument document, Optional<String> obstacle) {
        return new Preflight.Check(
                document.id(),
                document.title(),
                document.reference(),
                obstacle.map(List::of).orElse(List.of()));
    }

    /** The first thing found that keeps it from being signed, in a sentence. */
    Optional<String> obstacle(SigningDocument document, BatchSigner signer) {
        return obstacleToEntering(document, signer).or(() -> obstacleInThePdf(document));
    }

    Optional<String> obstacleToEntering(SigningDocument document, BatchSigner signer) {
        if (!staff.require().mayActFor(document.office())) {
            return Optional.of("Dokumen ini bukan dari kantor Anda.");
        }
        if (document.status() == SigningDocumentStatus.IN_BATCH) {
            return Optional.of("Sedang berada dalam sesi penandatanganan %s."
                    .formatted(items.holderOf(document.id()).orElse("lain")));
        }
        if (document.status() != SigningDocumentStatus.AWAITING) {
            return Optional.of("Berstatus \"%s\".".formatted(document.status().label()));
        }
        if (document.hasWorkedOnIt(signer.signer().account())) {
            return Optional.of("Anda ikut memeriksa atau memverifikasi dokumen ini.");
        }
        return wrongImprint(document, signer);
    }

    /** What is printed on it that does not fit who signs and what the signature is worth. */
    Optional<String> wrongImprint(SigningDocument document, BatchSigner signer) {
        Imprint imprint = document.imprint();
        if (!imprint.lines().equals(signer.lines())) {
            return Optional.of(
                    "Tercetak atas nama %s.".formatted(imprint.lines().fullName()));
        }
        if (imprint.specimen() == equipment.provider().isDemonstration()) {
            return Optional.empty();
        }
        return Optional.of(
                imprint.specimen()
                        ? "Tercetak sebagai contoh, padahal akan ditandatangani dengan sertifikat yang sah."
                        : "Tercetak sebagai dokumen sah, padahal akan ditandatangani dengan sertifikat demonstrasi.");
    }

    private Optional<String> obstacleInThePdf(SigningDocument document) {
        try {
            byte[] pdf = store.read(document.unsigned());
            return hasPlace(pdf, document.place())
                    ? Optional.empty()
                    : Optional.of("Tempat tanda tangan tidak ada di halaman %d."
                            .formatted(document.place().page()));
        } catch (DocumentUnavailable gone) {
            return Optional.of(BundleSigning.sentence(gone));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of("Berkas dokumen tidak dapat dibaca.");
        }
    }

    private static boolean hasPlace(byte[] pdf, SignaturePlace place) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (place.page() > document.getNumberOfPages()) {
                return false;
            }
            PDRectangle page = document.getPage(place.page() - 1).getMediaBox();
            return place.x() + place.width() <= page.getWidth() && place.y() + place.height() <= page.getHeight();
        }
    }
}
