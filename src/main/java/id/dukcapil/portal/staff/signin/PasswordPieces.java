package id.dukcapil.portal.staff.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Of how many guesses a password is composed: a well-known word, a date, a run like "12345" or "aaaa" counts as one
 * piece, whatever its length; any other character counts by itself. "Rahasia2026!" has three.
 */
final class PasswordPieces {

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 32;
    private static final Pattern DATE = Pattern.compile(
            "(19|20)\\d\\d|(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])((19|20)?\\d\\d)|(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final String KEYBOARD = "qwertyuiop asdfghjkl zxcvbnm";

    private PasswordPieces() {}

    /** @param known whether a word in lower case is on a list of words that are guessed first */
    static int count(String password, Predicate<String> known) {
        String plain = password.toLowerCase(Locale.ROOT);
        String read = withoutDisguise(plain);
        int[] fewest = new int[plain.length() + 1];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[0] = 0;
        for (int from = 0; from < plain.length(); from++) {
            fewest[from + 1] = Math.min(fewest[from + 1], fewest[from] + 1);
            int furthest = Math.min(plain.length(), from + LONGEST_WORD);
            for (int to = from + SHORTEST_WORD; to <= furthest; to++) {
                if (isOnePiece(plain.substring(from, to), read.substring(from, to), known)) {
                    fewest[to] = Math.min(fewest[to], fewest[from] + 1);
                }
            }
        }
        return repeats(plain) ? Math.min(2, fewest[plain.length()]) : fewest[plain.length()];
    }

    private static boolean isOnePiece(String plain, String read, Predicate<String> known) {
        return known.test(plain)
                || known.test(read)
                || isRun(plain)
                || DATE.matcher(plain).matches();
    }

    /** "aaaa", "3456", "gfed", "werty": each character follows from the one before. */
    private static boolean isRun(String text) {
        int step = text.charAt(1) - text.charAt(0);
        boolean steady = Math.abs(step) <= 1;
        for (int i = 2; steady && i < text.length(); i++) {
            steady = text.charAt(i) - text.charAt(i - 1) == step;
        }
        return steady || KEYBOARD.contains(text);
    }

    /** "abcabcabcabc" is only as good as "abc". */
    private static boolean repeats(String text) {
        return text.length() > 1 && (text + text).indexOf(text, 1) < text.length();
    }

    /** "p4$$w0rd" reads "password". */
    private static String withoutDisguise(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }
}
