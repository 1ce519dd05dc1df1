package id.dukcapil.portal.common;

import java.util.List;
import java.util.stream.Collectors;

/** An input that cannot be used; the findings say why, field by field. Nothing has been stored when it is thrown. */
public class InvalidInput extends RuntimeException {

    private final transient List<Finding> findings;

    public InvalidInput(List<Finding> findings) {
        super(findings.stream().map(Finding::message).collect(Collectors.joining(" ")));
        this.findings = List.copyOf(findings);
    }

    public InvalidInput(String field, String message) {
        this(List.of(Finding.error(field, message)));
    }

    public List<Finding> findings() {
        return findings;
    }
}
