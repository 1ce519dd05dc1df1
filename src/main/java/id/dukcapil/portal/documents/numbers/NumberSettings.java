package id.dukcapil.portal.documents.numbers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Patterns of the office's own, under {@code portal.numbers.patterns}. A bad one stops the start.
 *
 * @param patterns by {@link NumberKind#code()}
 */
@ConfigurationProperties("portal.numbers")
record NumberSettings(@DefaultValue Map<String, NumberPattern> patterns) {

    NumberSettings {
        patterns = Map.copyOf(patterns);
    }

    NumberPattern of(NumberKind kind) {
        return Optional.ofNullable(patterns.get(kind.code())).orElse(kind.standardPattern());
    }

    /** @throws IllegalArgumentException for a pattern of a kind that does not exist, or that its kind cannot use */
    void requireFit(List<NumberKind> kinds) {
        kinds.forEach(kind -> kind.requireUsable(of(kind)));
        patterns.keySet().stream()
                .filter(code -> kinds.stream().noneMatch(kind -> kind.code().equals(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException(
                            "Jenis nomor \"%s\" pada portal.numbers.patterns tidak dikenal.".formatted(code));
                });
    }
}
