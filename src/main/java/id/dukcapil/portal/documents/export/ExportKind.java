package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.FrontSheet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be taken along as a file. The module that has the list describes it with one bean; rows are read through
 * its own guarded services, on behalf of whoever asked.
 *
 * @param <F> the filter, a record that can be written as JSON
 * @param <R> a row
 */
public interface ExportKind<F, R> {

    /** Stable name under which requests are stored, "booking". */
    String key();

    /** What sort of record the audit trail names, "Pemesanan". */
    String record();

    /** What stands on top of the sheet: "Pemesanan cetak KTP-el". */
    String title();

    /** Without an extension, "pemesanan". */
    String fileName();

    /** Held against the person when it is asked for, when it is carried out and when it is downloaded. */
    Permission permission();

    Class<F> filterType();

    List<Column<R>> columns();

    /** Short sheets before the rows of a workbook; text files have none. */
    default List<FrontSheet<?>> front(F filter) {
        return List.of();
    }

    /** How many rows match; nothing when there are more than can be counted cheaply. */
    OptionalInt count(F filter);

    /**
     * The next rows of the list in its order; none when it is at its end.
     *
     * @param after the last row already read, or null from the beginning
     */
    List<R> page(F filter, @Nullable R after, int limit);
}
