package id.dukcapil.portal.common;

/**
 * One thing noticed about an input, in words for the person who typed it.
 *
 * @param severity whether the input can be used at all
 * @param field name of the field in the request or form, camelCase
 * @param message one Indonesian sentence saying what is wrong and what is expected
 */
public record Finding(Severity severity, String field, String message) {

    public enum Severity {
        /** The input cannot be used. */
        ERROR,
        /** The input is unusual but can be right (for instance an old region code); a person decides. */
        WARNING
    }

    public static Finding error(String field, String message) {
        return new Finding(Severity.ERROR, field, message);
    }

    public static Finding warning(String field, String message) {
        return new Finding(Severity.WARNING, field, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
