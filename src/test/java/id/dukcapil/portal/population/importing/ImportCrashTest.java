package id.dukcapil.portal.population.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.population.importing.ImportEntry.Counts;
import id.dukcapil.portal.population.importing.ImportLine.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens in the middle of an import: nothing is lost, nothing counts twice, and it goes on where it stopped. */
@IntegrationTest
@WithUserDetails("admin")
class ImportCrashTest {

    private static final int STEP = 3;
    private static final RowMapper<Long> NUMBER = (row, number) -> row.getLong(1);

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

    @Autowired
    JdbcTemplate template;

    @Autowired
    SecurityContextHolderStrategy security;

    private final ResidentList list =
            new ResidentList().family(4).family(5).family(2).copyOfRow(0);
    private ImportRun run;

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

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void anImportStoppedBetweenAnyTwoStepsGoesOnWhereItStopped(int steps) throws IOException {
        ImportEntry entry = started();
        assertThat(run.goOn(entry.id(), after(steps))).isFalse();
        assertThat(records.find(entry.id()).orElseThrow().status()).isEqualTo(ImportStatus.RUNNING);
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    @Test
    void anImportThatStopsAfterEveryStepStillArrives() throws IOException {
        ImportEntry entry = started();
        int runs = 1;
        while (!run.goOn(entry.id(), after(1))) {
            runs++;
        }
        assertThat(runs).isGreaterThan(4);
        assertComplete(entry);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aConnectionKilledInTheMiddleOfReadingTakesItsStepBack(int steps) throws IOException {
        ImportEntry entry = started();
        var dying = new ImportStaging(template) {
            private int left = steps;

            @Override
            void lay(ImportId id, List<JudgedRow> rows) {
                super.lay(id, rows);
                if (left-- == 0) {
                    killOwnConnection();
                }
            }
        };
        assertThatThrownBy(() -> runWith(dying, register).goOn(entry.id(), () -> false))
                .isInstanceOf(RuntimeException.class);
        assertThat(records.find(entry.id()).orElseThrow().counts().read()).isEqualTo(steps * STEP);
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aConnectionKilledInTheMiddleOfWritingTakesItsStepBack(int steps) throws IOException {
        ImportEntry entry = started();
        var dying = new RegisterMerge(jdbc) {
            private int left = steps;

            @Override
            Map<Effect, Integer> merge(ImportId id, int from, int to, boolean dryRun, Instant now) {
                Map<Effect, Integer> effects = super.merge(id, from, to, dryRun, now);
                if (left-- == 0) {
                    killOwnConnection();
                }
                return effects;
            }
        };
        assertThatThrownBy(() -> runWith(staging, dying).goOn(entry.id(), () -> false))
                .isInstanceOf(RuntimeException.class);
        assertThat(people()).isLessThan(10);
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    @Test
    void twoProcessesThatBelieveTheImportIsTheirsCountEveryRowOnce() throws Exception {
        ImportEntry entry = started();
        var barrier = new CyclicBarrier(2);
        Callable<Boolean> process = () -> {
            barrier.await();
            return finishedByOneOfSeveral(entry.id());
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var outcome : threads.invokeAll(List.of(process, process))) {
                outcome.get();
            }
        }
        run.goOn(entry.id(), () -> false);
        assertComplete(entry);
    }

    /** Whoever comes second finds its step done, or waits for the lock and loses; both are no harm. */
    private boolean finishedByOneOfSeveral(ImportId id) {
        try {
            return run.goOn(id, () -> false);
        } catch (RuntimeException lost) {
            return false;
        }
    }

    @RepeatedTest(20) // Only some of the meetings end in a deadlock
    void ofTwoWhoStartAtTheSameMomentOneIsToldToWait() throws Exception {
        List<ImportEntry> both = List.of(
                imports.receive("a.csv", stream(new ResidentList().family(1).csv())),
                imports.receive("b.csv", stream(new ResidentList().family(1).csv())));
        SecurityContext person = security.getContext();
        var refused = new AtomicInteger();
        var barrier = new CyclicBarrier(2);
        var clicks = new ArrayList<Callable<Boolean>>();
        both.forEach(entry -> clicks.add(() -> {
            security.setContext(person);
            barrier.await();
            try {
                imports.start(entry.id(), false, false);
            } catch (ImportRefused wait) {
                refused.incrementAndGet();
            } finally {
                security.clearContext();
            }
            return true;
        }));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var outcome : threads.invokeAll(clicks)) {
                outcome.get();
            }
        }
        assertThat(refused).hasValue(1);
    }

    @Test
    void whoCancelsWhileItReadsFindsTheRegisterUntouched() throws IOException {
        ImportEntry entry = started();
        run.goOn(entry.id(), after(1));
        imports.cancel(entry.id());
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertThat(records.find(entry.id()).orElseThrow().status()).isEqualTo(ImportStatus.CANCELLED);
        assertThat(people()).isZero();
        assertThat(staged(entry)).isZero();
    }

    @Test
    void onceItWritesItCannotBeCancelled() throws IOException {
        ImportEntry entry = started();
        run.goOn(entry.id(), after(5));
        assertThat(people()).isPositive();
        assertThatThrownBy(() -> imports.cancel(entry.id()))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("sudah menulis");
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    @Test
    void whatFailedIsResumedByHand() throws IOException {
        ImportEntry entry = started();
        run.goOn(entry.id(), after(2));
        run.giveUp(entry.id(), Trouble.sentence(new IOException("No space left on device")));
        ImportEntry failed = records.find(entry.id()).orElseThrow();
        assertThat(failed.resumable()).isTrue();
        assertThat(failed.trouble()).isEqualTo("Penyimpanan penuh; bebaskan ruang pada peladen.");
        imports.resume(entry.id());
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    @Test
    void aFullDiskIsStatedAndNothingOfTheUploadStays() {
        var full = new ImportFiles(new FullDisk());
        assertThatThrownBy(() -> full.keep(stream("NIK")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("Penyimpanan portal penuh");
    }

    @Test
    void anUploadIsCutOffAtItsLimitNotAtItsEnd() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> imports.receive("tak-berujung.csv", endless))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("melebihi 100 MB");
    }

    private ImportEntry started() throws IOException {
        ImportEntry entry = imports.receive("siak.csv", stream(list.csv()));
        imports.start(entry.id(), false, false);
        return entry;
    }

    private void assertComplete(ImportEntry entry) {
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

    private long people() {
        return jdbc.sql("SELECT COUNT(*) FROM population_person WHERE family_number IN (:families) AND version = 0")
                .param("families", List.of(list.familyNumber(0), list.familyNumber(4), list.familyNumber(9)))
                .query(NUMBER)
                .single();
    }

    private long staged(ImportEntry entry) {
        return jdbc.sql("SELECT COUNT(*) FROM population_import_staging WHERE import_id = ?")
                .param(entry.id().value())
                .query(NUMBER)
                .single();
    }

    private void killOwnConnection() {
        jdbc.sql("KILL CONNECTION_ID()").update();
    }

    /** Asks to stop when so many steps are behind. */
    private static BooleanSupplier after(int steps) {
        var left = new AtomicInteger(steps);
        return () -> left.getAndDecrement() <= 0;
    }

    private ImportRun runWith(ImportStaging ownStaging, RegisterMerge ownRegister) {
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

    private static InputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static final class FullDisk implements DocumentStore {

        @Override
        public ContentHash put(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ContentHash put(InputStream content) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public byte[] read(ContentHash hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copy(ContentHash hash, OutputStream target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(ContentHash hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean contains(ContentHash hash) {
            return false;
        }
    }
}
