package id.dukcapil.portal.common;

import java.util.regex.Pattern;

/** Text of one line that shows what it says: names, labels, titles. */
public final class PlainText {

    /** Besides control characters those that turn the direction of writing, so that a name reads as another one. */
    private static final Pattern DECEPTIVE = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    private PlainText() {}

    /** Whether the text, without surrounding blanks, has the length and no control character of any kind. */
    public static boolean isName(String text, int shortest, int longest) {
        int length = text.strip().length();
        return length >= shortest && length <= longest && isPlain(text);
    }

    public static boolean isPlain(String text) {
        return !DECEPTIVE.matcher(text).find();
    }
}
