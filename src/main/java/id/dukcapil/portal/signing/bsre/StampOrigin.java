package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.SigningSettings.Bsre;
import id.dukcapil.portal.signing.pades.PageHeight;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** From which corner an installation measures: its documents do not say, so a setting does. */
final class StampOrigin {

    private StampOrigin() {}

    /** @throws UnreadablePdf when the height of the page is needed and cannot be had */
    static float y(Bsre settings, PdfToSign document) {
        var appearance = document.appearance();
        if (appearance == null) {
            throw new IllegalArgumentException("A signature that is not seen has no place");
        }
        SignaturePlace place = appearance.place();
        if (settings.placeBy() != Bsre.PlaceBy.UPPER_LEFT) {
            return place.y();
        }
        try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
            return PageHeight.of(pdf.getPage(place.page() - 1)) - place.y() - place.height();
        } catch (IOException | IndexOutOfBoundsException unreadable) {
            throw new UnreadablePdf(unreadable);
        }
    }

    static final class UnreadablePdf extends RuntimeException {

        UnreadablePdf(Exception cause) {
            super("The document cannot be read, or has no such page", cause);
        }
    }
}
