package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which signed documents a list shows; null means all.
 *
 * @param status one of those a signed document can have
 * @param office of those that the person may see
 * @param text number of the case or its beginning, or words of a name; empty means all
 * @param from signed at or after that moment
 * @param until signed before that moment
 */
public record SignedFilter(
        @Nullable String kind,
        @Nullable SigningDocumentStatus status,
        @Nullable OfficeCode office,
        @Nullable StaffId signer,
        String text,
        @Nullable Instant from,
        @Nullable Instant until) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\s.,']+");

    public SignedFilter {
        text = text.strip();
    }

    /** Everything whose number begins like this, or that is about a person of this name. */
    public static SignedFilter ofText(String text) {
        return new SignedFilter(null, null, null, null, text, null, null);
    }

    /** Whether a name is looked for: numbers of cases have digits and hyphens. */
    boolean isName() {
        return NAME.matcher(text).matches();
    }
}
