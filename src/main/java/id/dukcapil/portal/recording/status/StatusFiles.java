package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.documents.table.TableRows;
import id.dukcapil.portal.documents.table.UnreadableTable;
import id.dukcapil.portal.recording.status.StatusRow.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads status exports (XLSX, CSV) row by row; notes above the heading are passed over. */
@Component
class StatusFiles {

    private static final int ROWS_TO_SEARCH = 20;

    private final TableFiles tables;
    private final DocumentStore store;

    StatusFiles(TableFiles tables, DocumentStore store) {
        this.tables = tables;
        this.store = store;
    }

    /** @throws InvalidInput when it is no table, or has no column for NIK or status */
    void requireReadable(byte[] content) throws IOException {
        Path copy = Files.createTempFile("portal-status", ".tmp");
        try {
            Files.write(copy, content);
            try (TableRows rows = tables.open(copy)) {
                heading(rows);
            }
        } catch (UnreadableTable unreadable) {
            throw new InvalidInput("file", unreadable.sentence());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /**
     * Hands over the rows after a line.
     *
     * @param more asked before each row
     */
    void read(ContentHash content, int after, Predicate<StatusRow> more, Consumer<StatusRow> each) {
        try {
            Path copy = Files.createTempFile("portal-status", ".tmp");
            try {
                try (var out = Files.newOutputStream(copy)) {
                    store.copy(content, out);
                }
                read(copy, after, more, each);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException("A status export cannot be read", disk);
        }
    }

    private void read(Path file, int after, Predicate<StatusRow> more, Consumer<StatusRow> each) {
        try (TableRows rows = tables.open(file)) {
            Heading<Field> heading = heading(rows);
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                StatusRow read = StatusRow.of(row, heading);
                if (row.number() <= after) {
                    continue;
                }
                if (!more.test(read)) {
                    return;
                }
                each.accept(read);
            }
        }
    }

    private static Heading<Field> heading(TableRows rows) {
        for (int i = 0; i < ROWS_TO_SEARCH; i++) {
            @Nullable TableRow row = rows.next();
            if (row == null) {
                break;
            }
            Heading<Field> heading = Heading.of(row, List.of(Field.values()), Field::names);
            if (heading.has(Field.NIK) && heading.has(Field.STATUS)) {
                return heading;
            }
        }
        throw new InvalidInput(
                "file",
                "Kolom NIK dan STATUS tidak ditemukan dalam 20 baris pertama. Pakailah ekspor status dari pusat.");
    }
}
