package id.dukcapil.portal.notification;

import org.jspecify.annotations.Nullable;

/**
 * What came of handing over a mail.
 *
 * @param code the three digits of RFC 5321, when there was an answer
 * @param text what the server said, without addresses
 */
public record ServerAnswer(Kind kind, @Nullable Integer code, String text) {

    public enum Kind {
        /** The server has taken responsibility (2xx). */
        ACCEPTED,
        /** Not now (4xx). */
        TRY_LATER,
        /** Never (5xx). */
        REFUSED,
        /** The conversation broke off; whether the mail was taken over is not known. */
        BROKEN_OFF
    }
}
