package id.dukcapil.portal.documents.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an opened table, one after the other. Blank rows are left out; the numbers of the others stay. */
public interface TableRows extends AutoCloseable {

    /**
     * @return null after the last row
     * @throws UnreadableTable when the rest of the file cannot be read
     */
    @Nullable
    TableRow next();

    /** How the file was understood, for the reader: "CSV, Windows-1252, pemisah titik koma". */
    String understoodAs();

    /** What the reader should know before trusting the rows, for instance that there are further sheets. */
    List<String> remarks();

    /** How much of the file is behind, between 0 and 1. */
    double progress();

    @Override
    void close();
}
