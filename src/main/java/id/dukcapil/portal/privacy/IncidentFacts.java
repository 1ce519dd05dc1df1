package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident; it grows while the incident is being looked into. Together these are what art. 46 wants
 * told: which data, when and how, and what is done about it.
 *
 * @param course when and how it happened
 * @param dataKinds which data, "NIK, nama, nomor telepon"
 * @param people how many people at most, or null as long as nobody knows
 * @param cause empty as long as nobody knows
 * @param measures what is done to handle and recover; empty at first
 */
public record IncidentFacts(
        String title,
        String course,
        String dataKinds,
        @Nullable Integer people,
        String cause,
        String measures) {

    private static final Pattern SIXTEEN_DIGITS = Pattern.compile("\\d{16}");

    public IncidentFacts {
        title = title.strip();
        course = course.strip();
        dataKinds = dataKinds.strip();
        cause = cause.strip();
        measures = measures.strip();
    }

    /** @throws InvalidInput with everything that is wrong, not only the first */
    void check() {
        var findings = new ArrayList<Finding>();
        check(findings, "title", title, 160, "Beri insiden ini judul singkat.");
        check(findings, "course", course, 4000, "Uraikan kapan dan bagaimana terjadinya.");
        check(findings, "dataKinds", dataKinds, 1000, "Sebutkan data apa saja.");
        check(findings, "cause", cause, 2000, null);
        check(findings, "measures", measures, 4000, null);
        if (people != null && people < 0) {
            findings.add(Finding.error("people", "Jumlah orang tidak boleh kurang dari nol."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    private static void check(
            List<Finding> findings, String field, String text, int longest, @Nullable String missing) {
        if (text.isEmpty() && missing != null) {
            findings.add(Finding.error(field, missing));
        } else if (text.length() > longest) {
            findings.add(Finding.error(field, "Paling panjang %d huruf.".formatted(longest)));
        } else if (SIXTEEN_DIGITS.matcher(text).find()) {
            findings.add(Finding.error(field, "Jangan menulis NIK atau nomor KK di sini."));
        }
    }

    /** Whether a notice can be written: somebody who is told has to learn what is being done. */
    boolean completeForNotice() {
        return !measures.isEmpty();
    }
}
