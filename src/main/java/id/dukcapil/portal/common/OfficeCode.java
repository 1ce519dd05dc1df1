package id.dukcapil.portal.common;

import java.util.Optional;
import java.util.regex.Pattern;

/** Code of a service place: {@code DINAS}, {@code MPP}, or the six digits of a kecamatan. */
public record OfficeCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2,16}");

    public OfficeCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Office code must be 2 to 16 capital letters or digits");
        }
    }

    /** The code that somebody wrote; nothing when it cannot be one. */
    public static Optional<OfficeCode> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OfficeCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
