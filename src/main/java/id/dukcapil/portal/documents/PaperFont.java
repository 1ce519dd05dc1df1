package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.ui.Formats;
import java.awt.Font;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** The typeface of the house's paper, for what is drawn as a picture. */
public final class PaperFont {

    private static final String NAME = "DejaVu Sans Condensed";

    private PaperFont() {}

    public static Font regular(float size) {
        return font(Font.PLAIN, size);
    }

    public static Font bold(float size) {
        return font(Font.BOLD, size);
    }

    private static Font font(int style, float size) {
        return FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
                .getAwtFontFromBundles(NAME, style, size, Formats.INDONESIAN, false);
    }
}
