package id.dukcapil.portal.signing.pades;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** How high a page is for its readers: printers of landscape often turn an upright page. */
public final class PageHeight {

    private PageHeight() {}

    /** In points. */
    public static float of(PDPage page) {
        PDRectangle sheet = page.getMediaBox();
        boolean turned = page.getRotation() % 180 != 0;
        return turned ? sheet.getWidth() : sheet.getHeight();
    }
}
