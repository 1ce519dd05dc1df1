package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.documents.table.TableRows;
import id.dukcapil.portal.documents.table.UnreadableTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads lists of pupils (XLSX, CSV). The heading is found by what it says, not by where it stands, so that the Dapodik export
 * with four lines above a heading of two rows and a plain list are read alike.
 */
@Component
class PupilFile {

    private static final int ROWS_TO_SEARCH = 20;

    /** The Dapodik export says in its second line whose pupils they are. */
    private static final int LINE_OF_THE_SCHOOL = 2;

    private final TableFiles tables;

    PupilFile(TableFiles tables) {
        this.tables = tables;
    }

    /** @param school name of the school that the file states above its heading; empty for none */
    record Read(String school, List<PupilLine> lines) {}

    /** @throws InvalidInput when it is no table, or no list of pupils */
    Read read(byte[] content) throws IOException {
        Path copy = Files.createTempFile("portal-pupils", ".tmp");
        try {
            Files.write(copy, content);
            try (TableRows rows = tables.open(copy)) {
                return read(rows);
            }
        } catch (UnreadableTable unreadable) {
            throw new InvalidInput("file", unreadable.sentence());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Read read(TableRows rows) {
        String school = "";
        boolean dapodik = false;
        Heading<PupilColumn> heading = null;
        for (int i = 0; i < ROWS_TO_SEARCH && heading == null; i++) {
            @Nullable TableRow row = rows.next();
            if (row == null) {
                break;
            }
            dapodik |= row.number() == 1 && row.text(0).equalsIgnoreCase("Daftar Peserta Didik");
            if (dapodik && row.number() == LINE_OF_THE_SCHOOL) {
                school = row.text(0);
            }
            heading = heading(row);
        }
        if (heading == null) {
            throw new InvalidInput(
                    "file",
                    "Ini bukan daftar siswa: kolom Nama dan NISN atau NIK tidak ditemukan dalam 20 baris pertama."
                            + " Pakailah ekspor Dapodik \"Daftar Peserta Didik\" atau daftar dengan kolom itu.");
        }
        return new Read(school, lines(rows, heading));
    }

    private static @Nullable Heading<PupilColumn> heading(TableRow row) {
        Heading<PupilColumn> heading = Heading.of(row, List.of(PupilColumn.values()), PupilColumn::names);
        boolean numbers = heading.has(PupilColumn.NISN) || heading.has(PupilColumn.NIK);
        return heading.has(PupilColumn.NAME) && numbers ? heading : null;
    }

    private static List<PupilLine> lines(TableRows rows, Heading<PupilColumn> heading) {
        var lines = new ArrayList<PupilLine>();
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            PupilLine line = PupilLine.of(row, heading);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }
}
