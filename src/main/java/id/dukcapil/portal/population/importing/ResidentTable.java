package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.documents.table.TableRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of residents whose heading has been found; titles and notes above the heading are passed over. */
final class ResidentTable implements AutoCloseable {

    private static final int ROWS_TO_SEARCH = 20;

    private final TableRows rows;
    private final Deque<TableRow> waiting = new ArrayDeque<>();
    private final Heading<ResidentColumn> heading;

    /**
     * Takes over the rows and closes them.
     *
     * @throws ImportRefused when there is no usable heading, naming what is missing
     */
    ResidentTable(TableRows rows) {
        this.rows = rows;
        try {
            heading = find();
            requireComplete();
        } catch (RuntimeException refused) {
            rows.close();
            throw refused;
        }
    }

    private Heading<ResidentColumn> find() {
        List<ResidentColumn> columns = Arrays.asList(ResidentColumn.values());
        var looked = new ArrayList<TableRow>();
        @Nullable Heading<ResidentColumn> best = null;
        for (int i = 0; i < ROWS_TO_SEARCH; i++) {
            TableRow row = rows.next();
            if (row == null) {
                break;
            }
            looked.add(row);
            Heading<ResidentColumn> candidate = Heading.of(row, columns, ResidentColumn::names);
            if (best == null || candidate.places().size() > best.places().size()) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new ImportRefused("Berkas tidak berisi satu baris pun.");
        }
        int line = best.line();
        looked.stream().filter(row -> row.number() > line).forEach(waiting::add);
        return best;
    }

    private void requireComplete() {
        List<String> missing = Arrays.stream(ResidentColumn.values())
                .filter(column -> column.required() && !heading.has(column))
                .map(ResidentColumn::title)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!heading.has(ResidentColumn.VILLAGE)
                && !heading.places().keySet().containsAll(ResidentColumn.VILLAGE_IN_PARTS)) {
            missing.add("KODE DESA (atau NO PROP, NO KAB, NO KEC dan NO KEL)");
        }
        if (missing.isEmpty()) {
            return;
        }
        throw new ImportRefused(
                heading.places().isEmpty()
                        ? "Baris judul tidak ditemukan dalam 20 baris pertama. Pakailah nama kolom seperti pada templat."
                        : "Kolom wajib tidak ditemukan: %s. Baris judul yang dikenali adalah baris %d."
                                .formatted(String.join(", ", missing), heading.line()));
    }

    Heading<ResidentColumn> heading() {
        return heading;
    }

    @Nullable
    TableRow next() {
        TableRow first = waiting.poll();
        return first != null ? first : rows.next();
    }

    String understoodAs() {
        return rows.understoodAs();
    }

    List<String> remarks() {
        return rows.remarks();
    }

    double progress() {
        return rows.progress();
    }

    @Override
    public void close() {
        rows.close();
    }
}
