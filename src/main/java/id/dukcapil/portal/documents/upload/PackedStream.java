package id.dukcapil.portal.documents.upload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the dictionary in front of a stream of a PDF says about unpacking it. Whatever is written in a way that ordinary
 * programs do not use is refused, because two readers could understand it in two ways.
 */
record PackedStream(List<Filter> filters, boolean image) {

    /** How a stream is packed, by its full and its short name (ISO 32000-1, table 6). */
    enum Filter {
        FLATE("FlateDecode", "Fl"),
        ASCII_85("ASCII85Decode", "A85"),
        ASCII_HEX("ASCIIHexDecode", "AHx"),
        RUN_LENGTH("RunLengthDecode", "RL"),
        DCT("DCTDecode", "DCT"),
        FAX("CCITTFaxDecode", "CCF"),
        JBIG2("JBIG2Decode", "JBIG2Decode"),
        JPX("JPXDecode", "JPXDecode");

        private final String name;
        private final String abbreviation;

        Filter(String name, String abbreviation) {
            this.name = name;
            this.abbreviation = abbreviation;
        }

        /** LZW is from before 1996 and can grow without bound. */
        static Filter of(String written) {
            for (Filter filter : values()) {
                if (filter.name.equals(written) || filter.abbreviation.equals(written)) {
                    return filter;
                }
            }
            throw unusual();
        }

        /** Text that stands for bytes; it does not grow. */
        boolean isText() {
            return this == ASCII_85 || this == ASCII_HEX;
        }

        /** The end of the chain; nobody unpacks it here. */
        boolean isPicture() {
            return ordinal() >= DCT.ordinal();
        }
    }

    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern ANY_FILTER = Pattern.compile("/Filter(?![A-Za-z0-9])|/F\\s*[/\\[(<]");
    private static final Pattern FILTERS =
            Pattern.compile("/(?:Filter|F)\\s*(?:/([A-Za-z0-9]+)|\\[((?:\\s*/[A-Za-z0-9]+)*)\\s*])");
    private static final Pattern INDIRECT_PARAMETERS =
            Pattern.compile("/(?:DecodeParms|DP)\\s*\\[?\\s*(?:null\\s+)*\\d+\\s+\\d+\\s+R");
    private static final Pattern LINE = Pattern.compile("/(?:Columns|Rows|Width|Height|H)\\s*(\\d+)(\\s+\\d+\\s+R)?");
    private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image(?![A-Za-z0-9])");
    private static final int LONGEST_LINE = 20_000;

    /** @param indirect whether parameters may stand elsewhere in the file, where somebody else looks at them */
    static PackedStream of(byte[] content, int from, int to, boolean indirect) {
        String dictionary = unescaped(new String(content, from, to - from, StandardCharsets.ISO_8859_1));
        if (!indirect && INDIRECT_PARAMETERS.matcher(dictionary).find()) {
            throw unusual();
        }
        requireShortLines(dictionary);
        List<Filter> filters = filters(dictionary);
        requireOneLayer(filters);
        return new PackedStream(filters, IMAGE.matcher(dictionary).find());
    }

    /** {@code #4A} in a name is another way to write J. */
    static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(digits ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(digits.group(1), 16))));
    }

    private static List<Filter> filters(String dictionary) {
        long mentioned = ANY_FILTER.matcher(dictionary).results().count();
        if (mentioned == 0) {
            return List.of();
        }
        Matcher written = FILTERS.matcher(dictionary);
        if (mentioned > 1 || !written.find()) {
            throw unusual();
        }
        var filters = new ArrayList<Filter>();
        String names = written.group(1) == null ? String.valueOf(written.group(2)) : written.group(1);
        for (String name : names.strip().split("[\\s/]+", -1)) {
            if (!name.isEmpty()) {
                filters.add(Filter.of(name));
            }
        }
        return filters;
    }

    /** Texts first, then at most one that unpacks, then at most one picture; twice packed can grow a million times. */
    private static void requireOneLayer(List<Filter> filters) {
        int rank = 0;
        for (Filter filter : filters) {
            int next = filter.isText() ? 1 : filter.isPicture() ? 3 : 2;
            if (next < rank || next == rank && next > 1) {
                throw unusual();
            }
            rank = next;
        }
    }

    private static void requireShortLines(String dictionary) {
        LINE.matcher(dictionary).results().forEach(line -> {
            if (line.group(2) != null || line.group(1).length() > 5 || Integer.parseInt(line.group(1)) > LONGEST_LINE) {
                throw unusual();
            }
        });
    }

    boolean endsIn(Filter filter) {
        return !filters.isEmpty() && filters.getLast() == filter;
    }

    static UnacceptableFile unusual() {
        return new UnacceptableFile(
                "PDF ini dipadatkan dengan cara yang tidak lazim. Buka lalu cetak ulang sebagai PDF biasa dan unggah lagi.");
    }
}
