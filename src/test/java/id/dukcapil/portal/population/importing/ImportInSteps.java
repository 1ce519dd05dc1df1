package id.dukcapil.portal.population.importing;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.population.importing.ImportEntry.Counts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the middle of an import start from: a list of three families, read and written three rows at a time. */
@IntegrationTest
@WithUserDetails("admin")
abstract class ImportInSteps {

    static final int STEP = 3;

    static final RowMapper<Long> NUMBER = (row, number) -> row.getLong(1);

    @Autowired
    PopulationImports imports;

    @Autowired
    ImportRecords records;

    @Autowired
    ImportCheckpoints checkpoints;

    @Autowired
    ImportFiles files;

    @Autowired
    TableFiles tables;

    @Autowired
    ImportVocabulary.Source vocabulary;

    @Autowired
    ImportStaging staging;

    @Autowired
    StagedChecks checks;

    @Autowired
    RegisterMerge register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @Autowired
    OfficeDate today;

    @Autowired
    JdbcClient jdbc;

    final ResidentList list = new ResidentList().family(4).family(5).family(2).copyOfRow(0);

    ImportRun run;

    @BeforeEach
    void prepare() {
        list.with(6, "AGAMA", "?");
        run = runWith(staging, register);
    }

    @AfterEach
    void leaveNothingUnderWay() {
        jdbc.sql("UPDATE population_import SET status = 'CANCELLED' WHERE active = '1'")
                .update();
    }

    ImportEntry started() throws IOException {
        ImportEntry entry = imports.receive("siak.csv", stream(list.csv()));
        imports.start(entry.id(), false, false);
        return entry;
    }

    void assertComplete(ImportEntry entry) {
        ImportEntry done = records.find(entry.id()).orElseThrow();
        assertThat(done.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(done.counts()).isEqualTo(new Counts(12, 10, 0, 2, 10, 0, 0));
        assertThat(people()).isEqualTo(10);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM population_import_line WHERE import_id = ?")
                        .param(entry.id().value())
                        .query(NUMBER)
                        .single())
                .isEqualTo(12);
        assertThat(staged(entry)).isZero();
    }

    long people() {
        return jdbc.sql("SELECT COUNT(*) FROM population_person WHERE family_number IN (:families) AND version = 0")
                .param("families", List.of(list.familyNumber(0), list.familyNumber(4), list.familyNumber(9)))
                .query(NUMBER)
                .single();
    }

    long staged(ImportEntry entry) {
        return jdbc.sql("SELECT COUNT(*) FROM population_import_staging WHERE import_id = ?")
                .param(entry.id().value())
                .query(NUMBER)
                .single();
    }

    /** Asks to stop when so many steps are behind. */
    static BooleanSupplier after(int steps) {
        var left = new AtomicInteger(steps);
        return () -> left.getAndDecrement() <= 0;
    }

    ImportRun runWith(ImportStaging ownStaging, RegisterMerge ownRegister) {
        return new ImportRun(
                records,
                checkpoints,
                new ImportReading(files, tables, vocabulary, today, ownStaging, checkpoints, transaction),
                checks,
                new ImportWriting(ownRegister, checkpoints, transaction, clock),
                ownStaging,
                transaction,
                events,
                STEP);
    }

    static InputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
