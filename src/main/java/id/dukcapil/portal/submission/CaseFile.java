package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.population.Address;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is laid on the desk to judge one request. Numbers of persons and families are masked.
 *
 * @param elements what the reason touches, as the register says it today, beside what is wanted; empty likewise
 * @param comparison what the register says today beside what was handed in; empty for who may not look into the register
 * @param family the members of the family card in its order; empty likewise, or when the register has none
 * @param address where the family lives, likewise
 * @param others other requests of the same family, the newest first
 * @param figures what the request has cost so far; null for one that nobody measures
 */
public record CaseFile(
        SubmissionDetails submission,
        List<Element> elements,
        List<Compared> comparison,
        List<Member> family,
        @Nullable Address address,
        List<Other> others,
        CaseFigures.@Nullable Figures figures) {

    public CaseFile {
        elements = List.copyOf(elements);
        comparison = List.copyOf(comparison);
        family = List.copyOf(family);
        others = List.copyOf(others);
    }

    /** @param wanted null when the applicant has not said it element by element */
    public record Element(
            String what, String register, @Nullable String wanted) {

        /** Whether the register does not say yet what is wanted. */
        public boolean isOpen() {
            return wanted != null && !wanted.equalsIgnoreCase(register);
        }
    }

    /** @param same whether both say the same */
    public record Compared(String what, String register, String submitted, boolean same) {}

    /**
     * @param born the year: with the date and the region the masked NIK would hardly be masked
     * @param applicant whether this is who asks
     */
    public record Member(String name, String maskedNik, String relationship, String born, boolean applicant) {}

    public record Other(SubmissionNumber number, String reasonCode, SubmissionStatus status, Instant createdAt) {}

    public boolean differs() {
        return comparison.stream().anyMatch(compared -> !compared.same());
    }
}
