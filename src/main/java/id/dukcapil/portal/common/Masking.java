package id.dukcapil.portal.common;

/** Shortens personal data for lists, logs and exports (UU 27/2022, UU 24/2013 art. 84). */
public final class Masking {

    private static final String DOT = "•";

    private Masking() {}

    /** Keeps the first and last four characters: {@code 3204••••••••0007}. */
    public static String identifier(String value) {
        if (value.length() <= 8) {
            return DOT.repeat(value.length());
        }
        return value.substring(0, 4) + DOT.repeat(value.length() - 8) + value.substring(value.length() - 4);
    }

    /** Keeps the first letter and the domain: {@code s•••@contoh.id}. */
    public static String email(String value) {
        int at = value.indexOf('@');
        return at < 1 ? DOT.repeat(value.length()) : value.charAt(0) + DOT.repeat(3) + value.substring(at);
    }

    /** Keeps the last three digits: {@code •••••••••021}. */
    public static String phone(String value) {
        return value.length() <= 3
                ? DOT.repeat(value.length())
                : DOT.repeat(value.length() - 3) + value.substring(value.length() - 3);
    }
}
