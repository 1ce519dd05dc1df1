package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.documents.table.TableRow.Nature;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row by what they hold. */
final class RowCells {

    private static final Pattern UNEVEN_SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

    private final TableRow row;
    private final Map<ResidentColumn, Integer> places;

    RowCells(TableRow row, Heading<ResidentColumn> heading) {
        this.row = row;
        places = heading.places();
    }

    int line() {
        return row.number();
    }

    /** Empty when the file has no such column or the cell says nothing. */
    String text(ResidentColumn column) {
        @Nullable Integer place = places.get(column);
        return place == null ? "" : row.text(place);
    }

    Nature nature(ResidentColumn column) {
        @Nullable Integer place = places.get(column);
        return place == null ? Nature.TEXT : row.nature(place);
    }

    /** As SIAK writes names and addresses. */
    String upperCase(ResidentColumn column) {
        String text = text(column);
        boolean even = true;
        for (int i = 0; i < text.length() && even; i++) {
            char character = text.charAt(i);
            even = character > ' ' && character < 127
                    || character == ' ' && text.charAt(i - 1) != ' '
                    || character > 0xBF && Character.isLetter(character);
        }
        return (even ? text : UNEVEN_SPACE.matcher(text).replaceAll(" ").strip()).toUpperCase(Locale.ROOT);
    }

    /** Errors of the spreadsheet refuse the row, formulas are worth a look: they were not calculated here. */
    void remark(RowFindings findings) {
        for (ResidentColumn column : places.keySet()) {
            switch (nature(column)) {
                case ERROR -> findings.refuse(column.title() + " berisi kesalahan atau rumus tanpa nilai.");
                case FORMULA ->
                    findings.warn(
                            column.title() + " berisi rumus; yang dipakai adalah nilai yang tersimpan di berkas.");
                case TEXT, NUMBER, ROUNDED, DATE -> {
                    // What the cell says is judged where it is used
                }
            }
        }
    }
}
