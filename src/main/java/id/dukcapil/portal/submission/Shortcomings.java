package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the applicant has to bring or put right.
 *
 * @param reasons from the list, at least one
 * @param note in the words of the clerk, for the applicant to read; empty when the list says it all
 */
public record Shortcomings(Set<ReturnReason> reasons, String note) {

    static final int LONGEST_NOTE = 500;

    /** @throws InvalidInput when the applicant could not know what to do */
    public Shortcomings {
        note = note.strip();
        List<Finding> findings = new ArrayList<>();
        if (reasons.isEmpty()) {
            findings.add(Finding.error("reasons", "Pilih paling sedikit satu alasan."));
        }
        if (reasons.contains(ReturnReason.OTHER) && note.isEmpty()) {
            findings.add(Finding.error("note", "Tuliskan apa yang harus dilengkapi."));
        }
        if (note.length() > LONGEST_NOTE) {
            findings.add(Finding.error("note", "Keterangan paling banyak %d huruf.".formatted(LONGEST_NOTE)));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        reasons = Set.copyOf(reasons);
    }

    /** As the applicant reads it. */
    String text() {
        String listed = inOrder().stream()
                .filter(reason -> reason != ReturnReason.OTHER)
                .map(ReturnReason::label)
                .collect(Collectors.joining("; "));
        if (listed.isEmpty()) {
            return note;
        }
        return note.isEmpty() ? listed : listed + ". " + note;
    }

    String codes() {
        return inOrder().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private Set<ReturnReason> inOrder() {
        return EnumSet.copyOf(reasons);
    }
}
