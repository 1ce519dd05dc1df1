package id.dukcapil.portal.shell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A name without degrees and titles: "Ratna Komala" of "Dra. Hj. Ratna Komala, M.Si.". */
record PersonName(String full) {

    String plain() {
        String plain = String.join(" ", words());
        return plain.isEmpty() ? full : plain;
    }

    /** First letters of the first and last word: "RK". */
    String initials() {
        List<String> words = words();
        if (words.isEmpty()) {
            return "?";
        }
        return List.of(words.getFirst(), words.getLast()).stream()
                .limit(words.size())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    private List<String> words() {
        String withoutDegrees = full.split(",", 2)[0];
        return Arrays.stream(withoutDegrees.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && !word.endsWith("."))
                .toList();
    }
}
