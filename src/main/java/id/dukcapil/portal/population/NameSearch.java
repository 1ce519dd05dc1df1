package id.dukcapil.portal.population;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds people of whose name every word typed begins some word, in any order: "nur siti" finds SITI NURHALIZA. One index
 * holds the names as they are, four more the names turned so that their second to fifth word comes first; the rarest
 * word typed chooses the rows, and the others are compared inside the index. However common the words, no more
 * than {@link #REACH} entries of each index are looked at: who types words that everybody has must type one more.
 */
final class NameSearch {

    /** Looking at so many entries takes a few milliseconds. */
    static final int REACH = 1_500;

    /** Beyond this a word counts as common, and counting on tells nothing. */
    private static final int COMMON = 250;

    private static final int MOST_WORDS = 6;
    private static final int SHORTEST_CHOOSING_WORD = 2;

    /** Column of the name in one of its turnings: index. */
    private static final Map<String, String> TURNINGS = turnings();

    private final List<String> words;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    NameSearch(SearchText text) {
        words = List.of(text.value().split(" ")).stream().limit(MOST_WORDS).toList();
        IntStream.range(0, words.size()).forEach(i -> parameters.put("word" + i, SearchText.escaped(words.get(i))));
        parameters.put("whole", SearchText.escaped(text.value()));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The places of the words that can choose rows; a single letter cannot. */
    List<Integer> choosing() {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).length() >= SHORTEST_CHOOSING_WORD)
                .boxed()
                .sorted(Comparator.comparing(i -> -words.get(i).length()))
                .toList();
    }

    /** One row with a column for each choosing word: how many names have it, counted up to what counts as common. */
    String frequencies() {
        return choosing().stream()
                .map(word -> TURNINGS.entrySet().stream()
                        .map(turning -> "(SELECT COUNT(*) FROM (SELECT 1 FROM population_person FORCE INDEX (%s)"
                                        .formatted(turning.getValue())
                                + " WHERE %s LIKE CONCAT(:word%d, '%%') ESCAPE '!' LIMIT %d) some)"
                                        .formatted(turning.getKey(), word, COMMON))
                        .collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    /** Ids and places in the order to show them: the text as it was typed first. Wants {@code :limit}. */
    String matching(int chooser) {
        var branches = new ArrayList<String>();
        branches.add("(SELECT id, 0 AS place FROM population_person FORCE INDEX (population_person_name)"
                + " WHERE full_name LIKE CONCAT(:whole, '%') ESCAPE '!' ORDER BY full_name, id LIMIT :limit)");
        TURNINGS.forEach((column, index) -> branches.add(branch(column, index, chooser, branches.size())));
        return "SELECT id, MIN(place) AS place FROM (" + String.join(" UNION ALL ", branches)
                + ") found GROUP BY id ORDER BY MIN(place), id LIMIT :limit";
    }

    private String branch(String column, String index, int chooser, int place) {
        String chosen =
                "SELECT id, %s AS name FROM population_person FORCE INDEX (%s) WHERE %s LIKE CONCAT(:word%d, '%%') ESCAPE '!'"
                        .formatted(column, index, column, chooser);
        String others = IntStream.range(0, words.size())
                .filter(i -> i != chooser)
                .mapToObj(i -> "CONCAT(' ', name) LIKE CONCAT('%% ', :word%d, '%%') ESCAPE '!'".formatted(i))
                .collect(Collectors.joining(" AND "));
        return others.isEmpty()
                ? "(SELECT id, %d AS place FROM (%s LIMIT :limit) chosen)".formatted(place, chosen)
                : "(SELECT id, %d AS place FROM (%s LIMIT %d) chosen WHERE %s LIMIT :limit)"
                        .formatted(place, chosen, REACH, others);
    }

    private static Map<String, String> turnings() {
        var turnings = new LinkedHashMap<String, String>();
        turnings.put("full_name", "population_person_name");
        IntStream.rangeClosed(2, 5).forEach(n -> turnings.put("name_from_" + n, "population_person_name_" + n));
        return turnings;
    }
}
