package id.dukcapil.portal.documents.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The row of a table that names its columns, understood: which column holds what. The order does not matter, nor do capitals,
 * spaces, accents and punctuation.
 *
 * @param line where the row stands
 * @param places column numbers from 0 by what they hold
 * @param unknown names that mean nothing to the reader; their columns are passed over
 * @param repeated names that occur twice; the first column counts
 */
public record Heading<C>(int line, Map<C, Integer> places, List<String> unknown, List<String> repeated) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Z0-9]+");

    public Heading {
        places = Map.copyOf(places);
        unknown = List.copyOf(unknown);
        repeated = List.copyOf(repeated);
    }

    /** Understands a row as if it were the heading; the one with the most places is it. */
    public static <C> Heading<C> of(
            TableRow row, Collection<C> columns, Function<? super C, ? extends Set<String>> names) {
        var byName = new HashMap<String, C>();
        columns.forEach(column -> names.apply(column).forEach(name -> byName.put(plain(name), column)));
        var places = new LinkedHashMap<C, Integer>();
        var unknown = new ArrayList<String>();
        var repeated = new ArrayList<String>();
        for (int i = 0; i < row.width(); i++) {
            String text = row.text(i);
            C column = byName.get(plain(text));
            if (column == null) {
                if (!text.isEmpty()) {
                    unknown.add(text);
                }
            } else if (places.putIfAbsent(column, i) != null) {
                repeated.add(text);
            }
        }
        return new Heading<>(row.number(), places, unknown, repeated);
    }

    /** "Nama_Lengkap " and "NAMA LENGKAP" become the same. */
    static String plain(String name) {
        String letters = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return NO_LETTERS.matcher(letters).replaceAll("");
    }

    public boolean has(C column) {
        return places.containsKey(column);
    }
}
