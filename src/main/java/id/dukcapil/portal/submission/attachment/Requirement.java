package id.dukcapil.portal.submission.attachment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the law wants to see for a reason.
 *
 * @param anyOf one of these is enough; in the order of the form
 * @param sources the articles, without repetition
 */
public record Requirement(List<AttachmentKind> anyOf, List<String> sources) {

    public Requirement {
        anyOf = List.copyOf(anyOf);
        sources = List.copyOf(sources);
    }

    public boolean isMetBy(Set<AttachmentKind> present) {
        return anyOf.stream().anyMatch(present::contains);
    }

    /** "Kutipan akta perceraian atau Kutipan akta kematian" */
    public String label() {
        return anyOf.stream().map(AttachmentKind::label).collect(Collectors.joining(" atau "));
    }
}
