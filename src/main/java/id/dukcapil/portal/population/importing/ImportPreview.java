package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.population.importing.ImportLine.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like before it is imported, from its first rows.
 *
 * @param understoodAs format, encoding, sheet
 * @param remarks what to know before trusting the rows
 * @param headingLine where the names of the columns stand
 * @param recognised the columns by their place in the file
 * @param ignored names that mean nothing here
 * @param absent optional columns the file does not have; the register keeps what it knows
 * @param looked how many rows were judged for this
 * @param refused how many of them would be refused
 * @param warned how many of them would be accepted with a warning
 */
public record ImportPreview(
        String understoodAs,
        List<String> remarks,
        int headingLine,
        List<Recognised> recognised,
        List<String> ignored,
        List<String> absent,
        List<Sample> first,
        int looked,
        int refused,
        int warned) {

    public ImportPreview {
        remarks = List.copyOf(remarks);
        recognised = List.copyOf(recognised);
        ignored = List.copyOf(ignored);
        absent = List.copyOf(absent);
        first = List.copyOf(first);
    }

    /** @param place "A", "B" … as a spreadsheet names it */
    public record Recognised(String place, String column) {}

    /** One of the first rows; numbers are masked. */
    public record Sample(
            int line,
            Outcome outcome,
            @Nullable String nik,
            @Nullable String name,
            @Nullable String familyNumber,
            List<String> findings) {

        public Sample {
            findings = List.copyOf(findings);
        }
    }
}
