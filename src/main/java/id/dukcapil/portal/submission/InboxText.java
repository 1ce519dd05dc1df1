package id.dukcapil.portal.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was typed into the search field of the inbox: a NIK or KK number, the number of a request or its beginning, or words
 * of a name. The longest word typed chooses the requests, each word known that begins so in a branch of its own; of those
 * the newest {@link #REACH} are compared with the other words. Who types words that everybody has must type one more.
 */
final class InboxText {

    /** So many requests of one word are looked at for a second one. */
    static final int REACH = 800;

    /** So many words that begin alike are followed. */
    static final int ALIKE = 20;

    static final int LONGEST_WORD = 40;
    private static final int SHORTEST_WORD = 2;

    /** So many requests whose numbers begin alike are put in order. */
    private static final int NUMBERS = 200;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

    /** One index to walk. */
    record Branch(String source, String condition) {}

    private final List<String> words;
    private final List<String> alike;
    private final String text;

    private InboxText(String text, List<String> words, List<String> alike) {
        this.text = text;
        this.words = words;
        this.alike = alike;
    }

    /** @param knownWords gives the words of the register of names that begin with a text, at most {@link #ALIKE} */
    static InboxText of(String typed, Function<String, List<String>> knownWords) {
        List<String> words = words(typed);
        boolean name = typed.chars().noneMatch(Character::isDigit);
        List<String> alike = name && !words.isEmpty() ? knownWords.apply(words.getFirst()) : List.of();
        return new InboxText(typed.strip().toUpperCase(Locale.ROOT), words, alike);
    }

    /** The words of a name as they are kept, the longest first. */
    static List<String> words(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name.toUpperCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    List<Branch> branches(boolean oneOffice) {
        if (isSixteenDigits()) {
            return List.of(
                    new Branch(
                            "submission_request FORCE INDEX (submission_by_applicant)",
                            "applicant_nik = :digits AND listed_as IS NOT NULL"),
                    new Branch(
                            "submission_request FORCE INDEX (submission_by_family)",
                            "family_number = :digits AND applicant_nik <> :digits AND listed_as IS NOT NULL"));
        }
        if (text.chars().anyMatch(Character::isDigit)) {
            return List.of(new Branch("""
                    (SELECT id, office_code, created_at FROM submission_request FORCE INDEX (submission_number)
                     WHERE number LIKE :number ESCAPE '!' AND listed_as IS NOT NULL ORDER BY number LIMIT %d) numbered""".formatted(NUMBERS), "TRUE"));
        }
        var branches = new ArrayList<Branch>();
        for (int i = 0; i < alike.size(); i++) {
            branches.add(named("word" + i, oneOffice));
        }
        return branches;
    }

    private Branch named(String word, boolean oneOffice) {
        String source =
                "submission_name_word FORCE INDEX (%s)".formatted(oneOffice ? "submission_word_of_office" : "PRIMARY");
        if (words.size() == 1) {
            return new Branch(
                    "(SELECT word, created_at, submission_id AS id, office_code FROM %s) named".formatted(source),
                    "word = :" + word);
        }
        String reach = oneOffice ? " AND office_code = :office" : "";
        String others = Stream.iterate(1, i -> i < words.size(), i -> i + 1)
                .map(i -> "CONCAT(' ', applicant_name) LIKE :other%d ESCAPE '!'".formatted(i))
                .reduce((one, other) -> one + " AND " + other)
                .orElseThrow();
        return new Branch("""
                (SELECT r.id, r.office_code, r.created_at, r.applicant_name FROM (SELECT submission_id FROM %s
                 WHERE word = :%s%s ORDER BY created_at DESC, submission_id DESC LIMIT %d) newest
                 JOIN submission_request r ON r.id = newest.submission_id) named""".formatted(source, word, reach, REACH), others);
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("digits", digits());
        parameters.put("number", escaped(text) + "%");
        for (int i = 0; i < alike.size(); i++) {
            parameters.put("word" + i, alike.get(i));
        }
        for (int i = 1; i < words.size(); i++) {
            parameters.put("other" + i, "% " + escaped(words.get(i)) + "%");
        }
        return parameters;
    }

    private boolean isSixteenDigits() {
        return digits().length() == 16 && text.matches("[\\d\\s.\\-]+");
    }

    private String digits() {
        return text.replaceAll("\\D", "");
    }

    static String escaped(String typed) {
        return typed.replaceAll("([!%_])", "!$1");
    }
}
