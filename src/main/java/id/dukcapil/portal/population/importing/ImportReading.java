package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TableRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The first phase of an import: every row of the file is judged and laid beside the register. */
@Component
class ImportReading {

    private final ImportFiles files;
    private final TableFiles tables;
    private final ImportVocabulary.Source vocabulary;
    private final OfficeDate today;
    private final ImportStaging staging;
    private final ImportCheckpoints checkpoints;
    private final TransactionTemplate transaction;

    ImportReading(
            ImportFiles files,
            TableFiles tables,
            ImportVocabulary.Source vocabulary,
            OfficeDate today,
            ImportStaging staging,
            ImportCheckpoints checkpoints,
            TransactionTemplate transaction) {
        this.files = files;
        this.tables = tables;
        this.vocabulary = vocabulary;
        this.today = today;
        this.staging = staging;
        this.checkpoints = checkpoints;
        this.transaction = transaction;
    }

    /**
     * Reads on from the last complete step.
     *
     * @param step rows of one transaction
     * @param stop asked between two steps
     * @return false when it stopped before the end of the file
     */
    boolean read(ImportEntry entry, int step, BooleanSupplier stop) throws IOException {
        try (var copy = files.open(entry.content());
                var table = new ResidentTable(tables.open(copy.path()))) {
            var judge = new RowJudge(table.heading(), vocabulary.forOneFile(), today.now());
            int from = checkpoints.of(entry.id()).readTo();
            var rows = new ArrayList<JudgedRow>(step);
            for (TableRow row = table.next(); row != null; row = table.next()) {
                if (row.number() <= from) {
                    continue;
                }
                rows.add(judge.judge(row));
                if (rows.size() == step) {
                    if (stop.getAsBoolean()) {
                        return false;
                    }
                    from = lay(entry.id(), from, rows, table.progress());
                }
            }
            if (!rows.isEmpty()) {
                lay(entry.id(), from, rows, 1);
            }
        }
        return true;
    }

    private int lay(ImportId id, int from, List<JudgedRow> rows, double progress) {
        int to = rows.getLast().line();
        int accepted = (int) rows.stream().filter(row -> !row.refused()).count();
        int warned = (int) rows.stream()
                .filter(row -> !row.refused() && !row.findings().isEmpty())
                .count();
        transaction.executeWithoutResult(status -> {
            checkpoints.read(id, from, to, rows.size(), accepted, warned, ImportPhase.READING.percent(progress));
            staging.lay(id, rows);
        });
        rows.clear();
        return to;
    }
}
