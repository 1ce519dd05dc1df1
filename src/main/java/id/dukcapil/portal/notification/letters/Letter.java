package id.dukcapil.portal.notification.letters;

import java.util.Base64;

/**
 * A letter as it is read.
 *
 * @param html a whole page that refers to the emblem as {@code cid:emblem} and to nothing outside
 * @param text the same for readers without HTML
 */
public record Letter(String subject, String html, String text) {

    /** By which the page refers to the emblem. */
    public static final String EMBLEM = "emblem";

    /** The page for a screen, where nothing can be referred to: with the emblem inside. */
    public String htmlWith(byte[] emblemPng) {
        return html.replace(
                "cid:" + EMBLEM, "data:image/png;base64," + Base64.getEncoder().encodeToString(emblemPng));
    }
}
