package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pupil as a list says.
 *
 * @param line as people see it in the file
 * @param npsn of the row; empty when the list is of one school
 * @param nisn ten digits; null when there is none that can be one
 * @param nik null when there is none that can be one
 * @param female null when the list does not say
 * @param birthDate null when the list does not say, or not in a form that is understood
 * @param remark what was wrong with the numbers; empty for nothing
 */
record PupilLine(
        int line,
        String npsn,
        @Nullable String nisn,
        @Nullable Nik nik,
        String name,
        @Nullable Boolean female,
        String birthPlace,
        @Nullable LocalDate birthDate,
        String className,
        String remark) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[uuuu-MM-dd][d-M-uuuu][d/M/uuuu]");

    /** Null for rows that are no pupil: second row of the heading, sums, signatures. */
    static @Nullable PupilLine of(TableRow row, Heading<PupilColumn> heading) {
        String name = cell(row, heading, PupilColumn.NAME, 120);
        String nisn = cell(row, heading, PupilColumn.NISN, 20);
        String nik = cell(row, heading, PupilColumn.NIK, 40);
        String birth = cell(row, heading, PupilColumn.BIRTH_DATE, 30);
        // The second row of Dapodik's heading names the parents' columns only; sums and signatures have no numbers
        if (name.isEmpty() || (nisn + nik + birth).chars().noneMatch(Character::isDigit)) {
            return null;
        }
        Nik number = rounded(row, heading) ? null : Nik.parse(nik).value().orElse(null);
        String nine = nisn.replaceAll("\\.0$", "");
        boolean usable = nine.matches("\\d{6,10}");
        return new PupilLine(
                row.number(),
                cell(row, heading, PupilColumn.SCHOOL, 8),
                usable ? "0".repeat(10 - nine.length()) + nine : null,
                number,
                name.toUpperCase(Locale.ROOT),
                sex(cell(row, heading, PupilColumn.SEX, 20)),
                cell(row, heading, PupilColumn.BIRTH_PLACE, 60),
                date(birth),
                cell(row, heading, PupilColumn.CLASS, 60),
                remark(nik, number, rounded(row, heading)));
    }

    private static String remark(String nik, @Nullable Nik number, boolean rounded) {
        if (nik.isEmpty()) {
            return "Daftar tanpa NIK.";
        }
        if (rounded) {
            return "NIK rusak: Excel membulatkan angka terakhir. Minta daftar dengan NIK sebagai teks.";
        }
        return number == null ? "NIK pada daftar tidak sah." : "";
    }

    private static boolean rounded(TableRow row, Heading<PupilColumn> heading) {
        Integer place = heading.places().get(PupilColumn.NIK);
        return place != null && row.nature(place) == TableRow.Nature.ROUNDED;
    }

    private static @Nullable Boolean sex(String text) {
        String first = text.toUpperCase(Locale.ROOT);
        return first.startsWith("P") ? Boolean.TRUE : first.startsWith("L") ? Boolean.FALSE : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.replaceFirst("[ T].*", ""), DATE);
        } catch (DateTimeException notUnderstood) {
            return null;
        }
    }

    private static String cell(TableRow row, Heading<PupilColumn> heading, PupilColumn column, int most) {
        Integer place = heading.places().get(column);
        String text = place == null ? "" : row.text(place);
        return text.substring(0, Math.min(most, text.length()));
    }
}
