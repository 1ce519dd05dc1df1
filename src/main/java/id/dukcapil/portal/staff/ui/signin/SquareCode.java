package id.dukcapil.portal.staff.ui.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;

/** A QR code as a drawing inside the page, dark on white in either appearance. */
class SquareCode extends Div {

    /** Wide enough for the camera of an old telephone, narrow enough for the page on one. */
    private static final int DOT = 5;

    SquareCode(String content, String label) {
        addClassName("square-code");
        add(new Html(svg(content)));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    private static String svg(String content) {
        try {
            BitMatrix dots = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0);
            var path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    if (dots.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            // Without a viewBox: Vaadin reads this as HTML, in which attributes lose their capitals
            return "<svg width=\"%d\" height=\"%d\" shape-rendering=\"crispEdges\"><path fill=\"#000\" transform=\"scale(%d)\" d=\"%s\"/></svg>"
                    .formatted(DOT * dots.getWidth(), DOT * dots.getHeight(), DOT, path);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
