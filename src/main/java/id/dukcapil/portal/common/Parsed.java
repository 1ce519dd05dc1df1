package id.dukcapil.portal.common;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of reading an input: a value when no finding is an error, and everything noticed on the way.
 *
 * @param raw the text as it came in, kept because official documents contain badly spaced and wrong numbers
 */
public record Parsed<T>(String raw, @Nullable T result, List<Finding> findings) {

    public Parsed {
        findings = List.copyOf(findings);
        if ((result == null) != findings.stream().anyMatch(Finding::isError)) {
            throw new IllegalArgumentException("A value is present exactly when no finding is an error");
        }
    }

    public Optional<T> value() {
        return Optional.ofNullable(result);
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }

    /** @throws InvalidInput carrying the findings when the input cannot be used */
    public T orThrow() {
        return value().orElseThrow(() -> new InvalidInput(findings));
    }

    /** Without the text that came in, so that a number cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Parsed[result=%s, findings=%s]".formatted(result, findings);
    }
}
