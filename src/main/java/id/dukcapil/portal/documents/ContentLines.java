package id.dukcapil.portal.documents;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Lines of an iCalendar file as RFC 5545 wants them (sections 3.1 to 3.3.11): escaped, folded, each ended by CRLF. */
final class ContentLines {

    /** Octets of a line without its end, section 3.1. */
    private static final int LONGEST = 75;

    private static final String END = "\r\n";
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

    private final StringBuilder text = new StringBuilder();

    /** A line whose value is of the standard's own making: a name, a date, a number. Nothing in it can begin another. */
    ContentLines line(String name, String value) {
        fold(withoutControls(name + ":" + value));
        return this;
    }

    /** A line whose value is somebody's words. */
    ContentLines words(String name, String words) {
        return line(name, escaped(words));
    }

    /** Words as the value of a parameter: in quotation marks, which therefore must not be part of them (section 3.1). */
    static String quoted(String words) {
        return '"' + withoutControls(words.replace('"', '\'').replace('\n', ' ')) + '"';
    }

    private static String withoutControls(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Breaks between characters and never inside one, so that each line is sound UTF-8 by itself. */
    private void fold(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int octets = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (width + octets > LONGEST) {
                text.append(END).append(' ');
                width = 1;
            }
            text.appendCodePoint(character);
            width += octets;
            i += Character.charCount(character);
        }
        text.append(END);
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
