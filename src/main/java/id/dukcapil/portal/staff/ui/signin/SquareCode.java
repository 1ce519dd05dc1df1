package id.dukcapil.portal.staff.ui.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;

/** A QR code as a drawing inside the page, dark on white in either appearance. */
class SquareCode extends Div {

    private static final long serialVersionUID = 1L;

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
            return "<svg viewBox=\"0 0 %d %d\" width=\"200\" height=\"200\" shape-rendering=\"crispEdges\"><path fill=\"#000\" d=\"%s\"/></svg>"
                    .formatted(dots.getWidth(), dots.getHeight(), path);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
