package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.documents.paper.PaperChart;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a paper says, in its order of reading; this is what is frozen. Screen and PDF show nothing else.
 *
 * @param scope the office, or the whole organisation
 * @param counts the same figures as numbers, for whoever adds them up or sets the next day beside them
 */
public record PaperContent(
        String scope, LocalDate first, LocalDate last, List<Fact> facts, List<Part> parts, List<Count> counts) {

    public PaperContent {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        counts = List.copyOf(counts);
    }

    public record Fact(String name, String value) {}

    /**
     * A table under its heading; the first column is words, the others are figures.
     *
     * @param note below it; empty for none
     * @param chart above it; null for none
     * @param heads none for a part of nothing but the note
     */
    public record Part(
            String heading, String note, @Nullable PaperChart chart, List<String> heads, List<List<String>> rows) {

        public Part(String heading, List<String> heads, List<List<String>> rows) {
            this(heading, "", null, heads, rows);
        }
    }

    /** @param lasting whether it is a state at the end, not something done */
    public record Count(String part, String name, int count, boolean lasting) {

        boolean isOf(Count other) {
            return part.equals(other.part) && name.equals(other.name);
        }
    }
}
