package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Csv;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What became of every row of an import, to download and to work through with SIAK. NIK are masked. */
@Service
@PreAuthorize("hasAuthority('POPULATION_IMPORT')")
public class ImportReport {

    private final ImportRecords records;
    private final ImportLines lines;
    private final Spreadsheet spreadsheet;
    private final Csv csv;

    ImportReport(ImportRecords records, ImportLines lines, Spreadsheet spreadsheet, Csv csv) {
        this.records = records;
        this.lines = lines;
        this.spreadsheet = spreadsheet;
        this.csv = csv;
    }

    public void xlsx(ImportId id, OutputStream out) throws IOException {
        spreadsheet.write(listing(id), lines.all(id), out);
    }

    public void csv(ImportId id, OutputStream out) throws IOException {
        csv.write(listing(id), lines.all(id), out);
    }

    private Listing<ImportLine> listing(ImportId id) {
        ImportEntry entry = records.find(id).orElseThrow();
        return new Listing<>(
                "Laporan impor " + id,
                "berkas %s%s".formatted(entry.fileName(), entry.dryRun() ? ", uji coba tanpa menulis" : ""),
                columns(entry.dryRun()));
    }

    private static List<Column<ImportLine>> columns(boolean dryRun) {
        return List.of(
                Column.integer("Baris", ImportLine::number),
                Column.text("NIK", ImportLine::nik),
                Column.text("Hasil", line -> line.outcome().label()),
                Column.text(dryRun ? "Akan menjadi" : "Akibat", line -> {
                    ImportLine.Effect effect = line.effect();
                    return effect == null ? null : effect.label();
                }),
                Column.text("Keterangan", line -> String.join(" ", line.findings())));
    }
}
