package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Listings as Excel workbooks (XLSX), streamed: a few hundred rows are in memory at a time, whatever the length. Which
 * rows a person may export is decided by the module that has them.
 */
@Service
@PreAuthorize("permitAll()")
public class Spreadsheet {

    /** A sheet holds 1,048,576 rows; what goes beyond this number continues on a next sheet. */
    private static final int ROWS_PER_SHEET = 1_000_000;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'pukul' HH.mm z", Formats.INDONESIAN);

    private final Clock clock;
    private final Organisation organisation;
    private final int rowsPerSheet;

    @Autowired
    Spreadsheet(Clock clock, Organisation organisation) {
        this(clock, organisation, ROWS_PER_SHEET);
    }

    Spreadsheet(Clock clock, Organisation organisation, int rowsPerSheet) {
        this.clock = clock;
        this.organisation = organisation;
        this.rowsPerSheet = rowsPerSheet;
    }

    /** Writes all rows; neither the stream of rows nor the output is closed. */
    public <R> void write(Listing<R> listing, Stream<? extends R> rows, OutputStream out) throws IOException {
        write(listing, List.of(), rows, out);
    }

    /** The same behind short sheets. */
    public <R> void write(
            Listing<R> listing, List<? extends FrontSheet<?>> front, Stream<? extends R> rows, OutputStream out)
            throws IOException {
        String printed = "Dicetak %s, saringan: %s"
                .formatted(MOMENT.format(clock.instant().atZone(organisation.timeZone())), listing.filter());
        try (var workbook = new WorkbookWriter<>(listing, printed, organisation.timeZone(), rowsPerSheet, front)) {
            Iterator<? extends R> each = rows.iterator();
            while (each.hasNext()) {
                workbook.add(each.next());
            }
            workbook.finish(out);
        }
    }

    /** For listings that are known to be short. */
    public <R> byte[] bytes(Listing<R> listing, Collection<? extends R> rows) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(listing, rows.stream(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
