package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.population.importing.ImportLine.Outcome;
import id.dukcapil.portal.population.importing.ImportPreview.Recognised;
import id.dukcapil.portal.population.importing.ImportPreview.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens a file and judges its first rows, so that whoever brought it sees what will become of it. */
@Component
class FirstLook {

    private static final int ROWS = 200;
    private static final int SHOWN = 8;

    private final ImportFiles files;
    private final TableFiles tables;
    private final ImportVocabulary.Source vocabulary;
    private final OfficeDate today;

    FirstLook(ImportFiles files, TableFiles tables, ImportVocabulary.Source vocabulary, OfficeDate today) {
        this.files = files;
        this.tables = tables;
        this.vocabulary = vocabulary;
        this.today = today;
    }

    /**
     * @throws ImportRefused or {@link id.dukcapil.portal.documents.table.UnreadableTable} when the file cannot be imported
     */
    ImportPreview at(ContentHash content) throws IOException {
        try (var copy = files.open(content);
                var table = new ResidentTable(tables.open(copy.path()))) {
            var judge = new RowJudge(table.heading(), vocabulary.forOneFile(), today.now());
            var judged = new ArrayList<JudgedRow>();
            for (TableRow row = table.next(); row != null && judged.size() < ROWS; row = table.next()) {
                judged.add(judge.judge(row));
            }
            if (judged.isEmpty()) {
                throw new ImportRefused("Berkas hanya berisi baris judul; tidak ada penduduk di dalamnya.");
            }
            return preview(table, judged);
        }
    }

    private static ImportPreview preview(ResidentTable table, List<JudgedRow> judged) {
        Heading<ResidentColumn> heading = table.heading();
        var remarks = new ArrayList<>(table.remarks());
        if (!heading.repeated().isEmpty()) {
            remarks.add("Kolom yang namanya berulang hanya dibaca yang pertama: %s."
                    .formatted(String.join(", ", heading.repeated())));
        }
        return new ImportPreview(
                table.understoodAs(),
                remarks,
                heading.line(),
                heading.places().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(place -> new Recognised(
                                letters(place.getValue()), place.getKey().title()))
                        .toList(),
                heading.unknown(),
                absent(heading),
                judged.stream().limit(SHOWN).map(FirstLook::sample).toList(),
                judged.size(),
                (int) judged.stream().filter(JudgedRow::refused).count(),
                (int) judged.stream()
                        .filter(row -> !row.refused() && !row.findings().isEmpty())
                        .count());
    }

    private static List<String> absent(Heading<ResidentColumn> heading) {
        return Arrays.stream(ResidentColumn.values())
                .filter(column -> !column.required() && !heading.has(column))
                .filter(column -> column != ResidentColumn.VILLAGE && !ResidentColumn.VILLAGE_IN_PARTS.contains(column))
                .map(ResidentColumn::title)
                .toList();
    }

    private static Sample sample(JudgedRow row) {
        Resident resident = row.resident();
        Outcome outcome =
                resident == null ? Outcome.REFUSED : row.findings().isEmpty() ? Outcome.ACCEPTED : Outcome.WARNED;
        return new Sample(
                row.line(),
                outcome,
                row.nik(),
                resident == null ? null : resident.fullName(),
                resident == null ? null : resident.familyNumber().masked(),
                row.findings());
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
