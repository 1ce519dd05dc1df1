package id.dukcapil.portal.notification.letters;

import java.util.Base64;

/**
 * A letter as it is read.
 *
 * @param html a whole page that refers to the emblem as {@code cid:emblem} and to nothing outside
 * @param text the same for readers without HTML
 * @param qr PNG of the QR code inside the letter, to which the page refers as {@code cid:qr}; empty for none
 */
public record Letter(String subject, String html, String text, byte[] qr) {

    /** By which the page refers to the emblem. */
    public static final String EMBLEM = "emblem";

    /** By which the page refers to the QR code. */
    public static final String QR = "qr";

    public boolean hasQr() {
        return qr.length > 0;
    }

    /** The page for a screen, where nothing can be referred to: with the pictures inside. */
    public String htmlWith(byte[] emblemPng) {
        return html.replace("cid:" + EMBLEM, data(emblemPng)).replace("cid:" + QR, data(qr));
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
