package id.dukcapil.portal.population.importing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.documents.table.UnreadableTable;
import id.dukcapil.portal.population.importing.ImportLine.Outcome;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In which uploaded lists a resident stands, as long as lists and reports are kept. The report by row holds masked numbers
 * only, which many people share; so it says where to look, and the file itself says whether it is this person.
 */
@Component
class ImportsOfPerson implements PersonalDataSource {

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private record Reported(ImportId upload, int line, Outcome outcome, String findings) {}

    private static final RowMapper<Reported> REPORTED =
            RecordRow.of(Reported.class).from("upload", "import_id");

    private final JdbcClient jdbc;
    private final ImportRecords records;
    private final ImportFiles files;
    private final TableFiles tables;
    private final Organisation organisation;

    ImportsOfPerson(
            JdbcClient jdbc, ImportRecords records, ImportFiles files, TableFiles tables, Organisation organisation) {
        this.jdbc = jdbc;
        this.records = records;
        this.files = files;
        this.tables = tables;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Berkas dan laporan impor penduduk",
                "seluruh isi daftar yang diunggah dari SIAK; dalam laporan per baris hanya NIK tersamar dan temuannya",
                "Memperbarui salinan data penduduk dan memperbaiki baris yang ditolak; dihapus setelah masa simpannya",
                "UU 23/2006 jo. UU 24/2013 Pasal 58; UU 27/2022 Pasal 16 ayat (2) huruf g",
                15);
    }

    @Override
    public List<Item> about(Nik nik) {
        Map<ImportId, List<Reported>> possible =
                jdbc.sql("""
                        SELECT import_id, line, outcome, COALESCE(findings, '') AS findings
                        FROM population_import_line WHERE nik = :masked ORDER BY import_id, line""").param("masked", nik.masked()).query(REPORTED).list().stream()
                        .collect(groupingBy(Reported::upload, LinkedHashMap::new, toList()));
        var items = new ArrayList<Item>();
        possible.forEach((upload, lines) -> records.find(upload)
                .filter(entry -> !entry.purged())
                .ifPresent(entry -> ofThisPerson(entry, nik, lines).forEach(line -> items.add(item(entry, line)))));
        return items;
    }

    private List<Reported> ofThisPerson(ImportEntry entry, Nik nik, List<Reported> possible) {
        Map<Integer, Reported> byLine = possible.stream().collect(toMap(Reported::line, Function.identity()));
        var found = new ArrayList<Reported>();
        try (var copy = files.open(entry.content());
                var table = new ResidentTable(tables.open(copy.path()))) {
            for (TableRow row = table.next(); row != null && !byLine.isEmpty(); row = table.next()) {
                Reported line = byLine.remove(row.number());
                if (line != null && nik.value().equals(nikOf(row, table))) {
                    found.add(line);
                }
            }
            return found;
        } catch (UnreadableTable brokenOff) {
            // The import ended there, too
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an import cannot be read", e);
        }
    }

    private static String nikOf(TableRow row, ResidentTable table) {
        String text = new RowCells(row, table.heading()).text(ResidentColumn.NIK);
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    private Item item(ImportEntry entry, Reported line) {
        var values = new LinkedHashMap<String, String>();
        values.put("Berkas", entry.fileName());
        values.put("Diunggah", Formats.dateTime(entry.uploadedAt(), organisation.timeZone()));
        values.put("Baris", Formats.number(line.line()));
        values.put("Hasil", line.outcome().label());
        if (!line.findings().isEmpty()) {
            values.put("Temuan", line.findings());
        }
        return new Item("Impor " + entry.id(), values);
    }
}
