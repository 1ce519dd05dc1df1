package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** The reasons again, in their order, as {@link #codes()} has written them; none for nothing. */
    static List<ReturnReason> reasons(@Nullable String codes) {
        return codes == null
                ? List.of()
                : Arrays.stream(codes.split(",")).map(ReturnReason::valueOf).toList();
    }

    /** The clerk's own words in a text that {@link #text()} has made from these reasons; empty when it is no such text. */
    static String noteIn(String text, List<ReturnReason> reasons) {
        if (reasons.isEmpty()) {
            return "";
        }
        String listed = new Shortcomings(Set.copyOf(reasons), "-").text();
        String before = listed.substring(0, listed.length() - 1);
        if (text.startsWith(before)) {
            return text.substring(before.length());
        }
        return before.startsWith(text) ? "" : text;
    }

    String codes() {
        return inOrder().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private Set<ReturnReason> inOrder() {
        return EnumSet.copyOf(reasons);
    }
}
