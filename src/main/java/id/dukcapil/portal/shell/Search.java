package id.dukcapil.portal.shell;

import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.SearchSource.Hit;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks every kind of record the person may see for what was typed into the one search box. */
@Service
@PreAuthorize("isAuthenticated()")
class Search {

    /** Longer than the longest name; what is beyond was not meant for a search box. */
    static final int LONGEST_TEXT = 120;

    private static final int SHORTEST_TEXT = 2;

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
    }

    /** What one kind of record has to show. */
    record Found(String heading, List<Hit> hits) {}

    /** Whether the text is long enough to look for. A single digit is a queue number. */
    static boolean isWorthwhile(String text) {
        String typed = text.strip();
        return typed.length() >= SHORTEST_TEXT || typed.chars().anyMatch(Character::isDigit);
    }

    /** The kinds that know something, in their order; one connection serves them all. */
    @Transactional(readOnly = true)
    public List<Found> find(String text, int limitOfEach) {
        String typed = text.strip();
        if (!isWorthwhile(typed) || typed.length() > LONGEST_TEXT) {
            return List.of();
        }
        return sources.stream()
                .filter(SearchSource::available)
                .map(source -> new Found(source.heading(), source.find(typed, limitOfEach)))
                .filter(found -> !found.hits().isEmpty())
                .toList();
    }
}
