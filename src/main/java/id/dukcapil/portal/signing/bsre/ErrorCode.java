package id.dukcapil.portal.signing.bsre;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The number by which the service says what is wrong. Version 1 puts it at the end of {@code error} and the HTTP status
 * into {@code status_code}, some installations put it there; so both are read, and the more specific one counts.
 */
final class ErrorCode {

    static final int REGISTERED = 1111;
    static final int NOT_REGISTERED = 1110;
    static final int UNKNOWN_USER = 2011;
    static final int NO_CERTIFICATE = 2021;
    static final int WRONG_PASSPHRASE = 2031;

    private static final int FIRST = 1000;
    private static final int LAST = 2999;
    private static final Pattern AT_THE_END = Pattern.compile("(?<!\\d)([12]\\d{3})\\D{0,3}$");

    private ErrorCode() {}

    static OptionalInt in(JsonNode answer) {
        OptionalInt inText = inText(text(answer).orElse(""));
        if (inText.isPresent() && inText.getAsInt() == WRONG_PASSPHRASE) {
            return inText;
        }
        OptionalInt named = named(answer.get("status_code"));
        return named.isPresent() ? named : inText;
    }

    /** What went wrong, in the words of the service. */
    static Optional<String> text(JsonNode answer) {
        for (String name : new String[] {"error", "message", "pesan"}) {
            JsonNode text = answer.get(name);
            if (text != null && text.isString() && !text.asString().isBlank()) {
                return Optional.of(text.asString().strip());
            }
        }
        return Optional.empty();
    }

    /** Without a number, for whoever must not try a wrong passphrase again. */
    static boolean complainsAboutThePassphrase(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return words.contains("passphrase")
                && (words.contains("salah") || words.contains("wrong") || words.contains("invalid"));
    }

    private static OptionalInt inText(String text) {
        Matcher end = AT_THE_END.matcher(text.strip());
        return end.find() ? OptionalInt.of(Integer.parseInt(end.group(1))) : OptionalInt.empty();
    }

    private static OptionalInt named(@Nullable JsonNode value) {
        if (value == null || !value.asString("").matches("\\d{4}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(value.asString());
        return number >= FIRST && number <= LAST ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
