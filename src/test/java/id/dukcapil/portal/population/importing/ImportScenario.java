package id.dukcapil.portal.population.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the screen start from: lists of unknown people, imports in every state, a job that runs when it is told to. */
@TestComponent
public class ImportScenario {

    private final PopulationImports imports;
    private final ImportRecords records;
    private final ImportCheckpoints checkpoints;
    private final ImportRun run;
    private final ImportJob job;
    private final JdbcClient jdbc;

    ImportScenario(
            PopulationImports imports,
            ImportRecords records,
            ImportCheckpoints checkpoints,
            ImportRun run,
            ImportJob job,
            JdbcClient jdbc) {
        this.imports = imports;
        this.records = records;
        this.checkpoints = checkpoints;
        this.run = run;
        this.job = job;
        this.jdbc = jdbc;
    }

    public String listOf(int people) {
        return new ResidentList().family(people).csv();
    }

    public long imported(String csv) {
        ImportId id = started(csv);
        job.goOn(id, () -> false);
        return id.value();
    }

    /** The disk was full when the import was about to read. */
    public long failedHalfway(String csv) {
        ImportId id = started(csv);
        records.begin(id);
        run.giveUp(id, Trouble.sentence(new IOException("No space left on device")));
        return id.value();
    }

    private ImportId started(String csv) {
        try {
            ImportEntry entry =
                    imports.receive("siak.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
            imports.start(entry.id(), false, false);
            return entry.id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is in the middle of the file. */
    public void theJobHasRead(int rows) {
        ImportId id = records.underWay().orElseThrow().id();
        records.begin(id);
        checkpoints.read(id, 0, rows, rows, rows, 0, 20);
    }

    public void theJobRuns() {
        job.goOn(records.underWay().orElseThrow().id(), () -> false);
    }

    public void nothingUnderWay() {
        jdbc.sql("UPDATE population_import SET status = 'CANCELLED' WHERE active = '1'")
                .update();
    }
}
