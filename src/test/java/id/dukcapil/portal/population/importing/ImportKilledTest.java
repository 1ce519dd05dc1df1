package id.dukcapil.portal.population.importing;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.population.importing.ImportEntry.Counts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** The process that carries an import out is killed as by kill -9, wherever it happens to be; another one goes on. */
@IntegrationTest
@WithUserDetails("admin")
class ImportKilledTest {

    private static final int PEOPLE = 900;
    private static final String ROWS_OF_A_STEP = "5";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RowMapper<Integer> NUMBER = (row, number) -> row.getInt(1);

    @Autowired
    PopulationImports imports;

    @Autowired
    ImportRecords records;

    @Autowired
    ImportCheckpoints checkpoints;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final ResidentList list = new ResidentList().family(PEOPLE).copyOfRow(0);

    /** So many neighbours would stand in the way of tests that count the people of a kecamatan. */
    @AfterEach
    void sendTheFamilyAway() {
        jdbc.sql("DELETE FROM population_person WHERE family_number = ?")
                .param(list.familyNumber(0))
                .update();
    }

    @AfterEach
    void leaveNothingUnderWay() {
        jdbc.sql("UPDATE population_import SET status = 'CANCELLED' WHERE active = '1'")
                .update();
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportPhase.class,
            names = {"READING", "WRITING"})
    void anImportWhoseProcessIsKilledEndsAsIfNothingHadHappened(ImportPhase phase) throws Exception {
        ImportId id = started(list);
        Process doomed = process(id);
        waitUntilIn(phase, id, doomed);
        doomed.destroyForcibly().waitFor();
        ImportEntry left = records.find(id).orElseThrow();
        assertThat(left.status()).as("killed in the middle").isEqualTo(ImportStatus.RUNNING);
        assertThat(left.phase()).isEqualTo(phase);

        Process successor = process(id);
        String said = new String(successor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(successor.waitFor()).as(said).isZero();
        ImportEntry done = records.find(id).orElseThrow();
        assertThat(done.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(done.counts()).isEqualTo(new Counts(PEOPLE + 1, PEOPLE, 0, 1, PEOPLE, 0, 0));
        assertThat(number("SELECT COUNT(*) FROM population_import_line WHERE import_id = ?", id.value()))
                .isEqualTo(PEOPLE + 1);
        assertThat(number(
                        "SELECT COUNT(*) FROM population_person WHERE family_number = ? AND version = 0",
                        list.familyNumber(0)))
                .as("everybody once, and nobody written twice")
                .isEqualTo(PEOPLE);
        assertThat(number("SELECT COUNT(*) FROM population_import_staging WHERE import_id = ?", id.value()))
                .isZero();
    }

    private ImportId started(ResidentList list) throws IOException {
        var content = new ByteArrayInputStream(list.csv().getBytes(StandardCharsets.UTF_8));
        ImportId id = imports.receive("siak.csv", content).id();
        imports.start(id, false, false);
        return id;
    }

    private Process process(ImportId id) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportProcess.class.getName(),
                        environment.getRequiredProperty("spring.datasource.url"),
                        Path.of(environment.getRequiredProperty("portal.home"), "documents")
                                .toString(),
                        id.toString(),
                        ROWS_OF_A_STEP)
                .redirectErrorStream(true)
                .start();
    }

    /** Some steps into the phase, with more to come. */
    private void waitUntilIn(ImportPhase phase, ImportId id, Process process) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < giveUp) {
            var position = checkpoints.of(id);
            int reached = phase == ImportPhase.READING ? position.readTo() : position.writtenTo();
            if (reached > PEOPLE / 10) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("The import did not come to " + phase);
    }

    private int number(String query, Object parameter) {
        return jdbc.sql(query).params(List.of(parameter)).query(NUMBER).single();
    }
}
