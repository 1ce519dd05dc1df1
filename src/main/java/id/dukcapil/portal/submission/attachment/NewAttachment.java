package id.dukcapil.portal.submission.attachment;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A paper as it comes in, unchecked.
 *
 * @param kind name of an {@link AttachmentKind}
 * @param givenName what the sender calls the file; believed in nothing
 */
public record NewAttachment(@Nullable String kind, @Nullable String givenName, InputStreamSource file) {

    private static final int LONGEST_LABEL = 120;

    /** A name that can stand on a screen: no path, no signs that turn or hide text, not too long. */
    String label() {
        String name = givenName == null ? "" : givenName.replaceAll("^.*[/\\\\]", "");
        String readable = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").strip();
        if (readable.isEmpty()) {
            return "tanpa nama";
        }
        int end = Math.min(readable.length(), LONGEST_LABEL);
        return readable.substring(0, Character.isHighSurrogate(readable.charAt(end - 1)) ? end - 1 : end);
    }
}
