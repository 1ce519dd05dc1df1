package id.dukcapil.portal.common;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Shortens personal data for lists, logs and exports (UU 27/2022, UU 24/2013 art. 84). */
public final class Masking {

    private static final String DOT = "•";
    /** A SHA-256 in hexadecimal may hold ten digits in a row; it names a document or a seal, and must stay whole. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?<hash>\\b(?=\\d*[a-f])[0-9a-f]{64}\\b)|\\d{10,}|[\\w.+-]+@[\\w.-]+");

    private static final Pattern REST_OF_WORD = Pattern.compile("(?<=\\S)\\S");

    private Masking() {}

    /** Keeps the first and last four characters: {@code 3204••••••••0007}. */
    public static String identifier(String value) {
        if (value.length() <= 8) {
            return DOT.repeat(value.length());
        }
        return value.substring(0, 4) + DOT.repeat(value.length() - 8) + value.substring(value.length() - 4);
    }

    /** Keeps the first letter of each word: {@code R•••• K•••••}. */
    public static String name(String value) {
        return REST_OF_WORD
                .matcher(value.strip())
                .replaceAll(rest -> DOT.repeat(rest.group().length()));
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

    /** Keeps the year: {@code •• •••• 1990}. */
    public static String birthDate(LocalDate value) {
        return DOT.repeat(2) + " " + DOT.repeat(4) + " " + value.getYear();
    }

    /**
     * The stack trace for the log: database messages quote the values they stumble over, so long numbers (NIK, KK,
     * telephone) and addresses are taken out.
     */
    public static String stackTrace(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return text(trace.toString());
    }

    /** Takes long numbers and addresses out of a text that somebody else wrote, for instance the answer of a server. */
    public static String text(String written) {
        return PERSONAL.matcher(written)
                .replaceAll(found -> found.group("hash") == null ? DOT.repeat(3) : found.group());
    }
}
