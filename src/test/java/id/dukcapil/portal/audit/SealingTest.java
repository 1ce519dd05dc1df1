package id.dukcapil.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.dukcapil.portal.audit.Damage.Kind;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a row from the business transaction to the sealed trail, on a real database. */
class SealingTest extends TrailTest {

    @TempDir
    Path folder;

    @Autowired
    SealingNudge nudge;

    @Autowired
    PersonTokens persons;

    @Autowired
    Witness witness;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @WithUserDetails("operator")
    void aRowSaysWhoDidWhatInWhichRoleAndForWhichOffice() {
        var nik = new Nik("3204014505900001");
        transaction.executeWithoutResult(
                status -> events.publishEvent(AuditEvent.of("Pemesanan", "SEAL-0001", "Dibatalkan")
                        .about(nik)
                        .at(new OfficeCode("320437"))
                        .changing("Status", "Terpesan", "Dibatalkan")
                        .because("permintaan pemohon")));
        sealer.sealWaiting();
        var row = jdbc.sql("SELECT * FROM audit_trail WHERE reference = 'SEAL-0001'")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("actor_kind", "STAFF")
                .containsEntry("actor_name", "Tita Wulandari")
                .containsEntry("workplace", "DINAS")
                .containsEntry("office", "320437")
                .containsEntry("person", persons.of(nik))
                .containsEntry("changes", "[{\"field\":\"Status\",\"before\":\"Terpesan\",\"after\":\"Dibatalkan\"}]")
                .containsEntry("reason", "permintaan pemohon");
        assertThat(String.valueOf(row.get("roles"))).isNotBlank().isNotEqualTo("null");
        assertThat(row.values()).noneMatch(value -> String.valueOf(value).contains(nik.value()));
    }

    @Test
    void whatTheBusinessTakesBackLeavesNoTrace() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(AuditEvent.of("Uji", "SEAL-ROLLBACK", "Diubah"));
            status.setRollbackOnly();
        });
        assertThat(inbox("SEAL-ROLLBACK") + trail("SEAL-ROLLBACK")).isZero();
    }

    @Test
    void outsideATransactionARowIsWrittenAtOnce() {
        events.publishEvent(AuditEvent.of("Uji", "SEAL-OUTSIDE", "Dibaca"));
        assertThat(inbox("SEAL-OUTSIDE")).isEqualTo(1);
    }

    @Test
    void aTransactionOfItsOwnInsideAnotherKeepsItsRowWhenTheOuterOneFails() {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(AuditEvent.of("Uji", "SEAL-OUTER", "Diubah"));
            own.executeWithoutResult(inner -> events.publishEvent(AuditEvent.of("Uji", "SEAL-INNER", "Diubah")));
            events.publishEvent(AuditEvent.of("Uji", "SEAL-OUTER", "Diubah lagi"));
            status.setRollbackOnly();
        });
        assertThat(inbox("SEAL-OUTER")).isZero();
        assertThat(inbox("SEAL-INNER")).isEqualTo(1);
    }

    @Test
    void theBusinessFailsWhenItsRowCannotBeWritten() {
        var broken = new EventWriter(brokenDatabase(), witness, persons, proof, nudge, clock);
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(AuditEvent.of("Uji", "SEAL-FAILS", "Diubah"));
                    broken.on(AuditEvent.of("Uji", "SEAL-FAILS", "Diubah"));
                }));
        assertThat(inbox("SEAL-FAILS")).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcTemplate brokenDatabase() {
        return new JdbcTemplate(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                "jdbc:mariadb://127.0.0.1:1/gone?connectTimeout=200"));
    }

    @Test
    void textsThatAreTooLongAreCutAndDoNotStopTheBusiness() {
        events.publishEvent(AuditEvent.of("Uji", "SEAL-LONG " + "👍".repeat(200), "Diubah")
                .changing("Catatan", null, "é".repeat(5_000))
                .because("x".repeat(2_000)));
        sealer.sealWaiting();
        assertThat(jdbc.sql("SELECT CHAR_LENGTH(reference) FROM audit_trail WHERE reference LIKE 'SEAL-LONG%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(120);
        assertThat(verified().isIntact()).isTrue();
    }

    @Test
    void aTransactionThatCommitsLateIsSealedLaterAndNotForgotten() throws Exception {
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> slow = threads.submit(() -> transaction.executeWithoutResult(status -> {
                events.publishEvent(AuditEvent.of("Uji", "SEAL-SLOW", "Diubah"));
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public int getOrder() {
                        return Ordered.LOWEST_PRECEDENCE;
                    }

                    @Override
                    public void beforeCommit(boolean readOnly) {
                        written.countDown();
                        await(mayCommit);
                    }
                });
            }));
            try {
                written.await();
                clock.advance(Duration.ofSeconds(1));
                events.publishEvent(AuditEvent.of("Uji", "SEAL-QUICK", "Diubah"));
                sealer.sealWaiting();
                assertThat(trail("SEAL-SLOW")).isZero();
                assertThat(trail("SEAL-QUICK")).isEqualTo(1);
            } finally {
                mayCommit.countDown();
            }
            slow.get();
        }
        sealer.sealWaiting();
        assertThat(numberOf("SEAL-SLOW")).isGreaterThan(numberOf("SEAL-QUICK"));
        assertThat(verified().isIntact()).isTrue();
    }

    @Test
    void whileManyWriteAndTwoSealEachRowIsSealedOnce() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var sealers = new ArrayList<Future<?>>();
            for (int number = 0; number < 2; number++) {
                sealers.add(threads.submit(() -> {
                    while (writing.get()) {
                        sealer.sealWaiting();
                    }
                }));
            }
            var writers = new ArrayList<Callable<Void>>();
            for (int writer = 0; writer < 6; writer++) {
                int mine = writer;
                writers.add(() -> {
                    for (int index = 0; index < 50; index++) {
                        int number = mine * 50 + index;
                        transaction.executeWithoutResult(
                                status -> events.publishEvent(AuditEvent.of("Uji", "SEAL-MANY-" + number, "Diubah")));
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
            writing.set(false);
            for (var done : sealers) {
                done.get();
            }
        }
        sealer.sealWaiting();
        List<String> sealed = jdbc
                .sql("SELECT reference FROM audit_trail WHERE reference LIKE 'SEAL-MANY-%'")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
        assertThat(sealed).hasSize(300);
        assertThat(new HashSet<>(sealed)).hasSize(300);
        assertThat(inbox("SEAL-MANY-%")).isZero();
        VerificationReport report = verified();
        assertThat(report.damages()).isEmpty();
        assertThat(jdbc.sql("SELECT MAX(number) - MIN(number) + 1 FROM audit_trail")
                        .query(Long.class)
                        .single())
                .as("numbers without a gap")
                .isEqualTo(rows.rows());
    }

    @Test
    void aCrashBetweenChainAndCommitLeavesTheRowsToTheNextRun() {
        events.publishEvent(AuditEvent.of("Uji", "SEAL-CRASH", "Diubah"));
        var dying = new Sealer(rows, keys, proof, hashes, nudge, new DiesBeforeCommit(transactions), clock);
        assertThatExceptionOfType(TransactionSystemException.class).isThrownBy(dying::sealWaiting);
        assertThat(inbox("SEAL-CRASH")).isEqualTo(1);
        assertThat(trail("SEAL-CRASH")).isZero();

        sealer.sealWaiting();
        assertThat(trail("SEAL-CRASH")).isEqualTo(1);
        assertThat(verified().damages()).isEmpty();
    }

    @Test
    void aCrashBeforeTheHeadIsWrittenOutsideIsMadeUpFor() throws Exception {
        events.publishEvent(AuditEvent.of("Uji", "SEAL-HEAD", "Diubah"));
        new Sealer(rows, keys, proof, new BatchHashes(folder), nudge, transactions, clock).sealWaiting();
        Batch batch = rows.lastBatch().orElseThrow();
        assertThat(hashes.last().map(BatchHashes.Line::batch).orElse(0L)).isLessThan(batch.number());

        sealer.sealWaiting();
        assertThat(hashes.last())
                .hasValueSatisfying(line -> assertThat(line.names(batch)).isTrue());
        assertThat(verified().damages()).isEmpty();
    }

    @Test
    void aClockThatGoesBackAnHourChangesNothingButTheTimesShown() {
        clock.advance(Duration.ofHours(2));
        events.publishEvent(AuditEvent.of("Uji", "SEAL-CLOCK-1", "Diubah"));
        sealer.sealWaiting();
        clock.advance(Duration.ofHours(-1));
        events.publishEvent(AuditEvent.of("Uji", "SEAL-CLOCK-2", "Diubah"));
        sealer.sealWaiting();
        assertThat(numberOf("SEAL-CLOCK-2")).isGreaterThan(numberOf("SEAL-CLOCK-1"));
        assertThat(verified().damages()).isEmpty();
    }

    @Test
    void anAdministratorOfTheDatabaseIsFoundOut() {
        for (int number = 1; number <= 5; number++) {
            events.publishEvent(AuditEvent.of("Uji", "SEAL-DRILL-" + number, "Diubah"));
        }
        sealer.sealWaiting();
        long row = numberOf("SEAL-DRILL-3");
        long batch = rows.batchOf(row).orElseThrow().number();
        jdbc.sql("CREATE TABLE audit_drill AS SELECT * FROM audit_trail WHERE number = ?")
                .param(row)
                .update();
        try {
            for (String edit : List.of(
                    "action = 'Dibaca'",
                    "at = at - INTERVAL 1 MICROSECOND",
                    "actor_name = 'Orang lain'",
                    "reason = ''",
                    "id = UUID()",
                    "office = 'DINAS'")) {
                jdbc.sql("UPDATE audit_trail SET " + edit + " WHERE number = ?")
                        .param(row)
                        .update();
                assertThat(verified().damages()).as(edit).containsExactly(Damage.row(Kind.ROW_EDITED, row, batch));
                remove(row);
                assertThat(verified().damages()).containsExactly(Damage.row(Kind.ROW_REMOVED, row, batch));
                jdbc.sql("INSERT INTO audit_trail SELECT * FROM audit_drill").update();
                assertThat(verified().damages()).isEmpty();
            }
        } finally {
            remove(row);
            jdbc.sql("INSERT INTO audit_trail SELECT * FROM audit_drill").update();
            jdbc.sql("DROP TABLE audit_drill").update();
        }
    }

    @Test
    void thePortalDoesNotStartWithTheKeysOfAnother() {
        events.publishEvent(AuditEvent.of("Uji", "SEAL-KEYS", "Diubah"));
        sealer.sealWaiting();
        var others = new SealingKeys(new Secrets(folder));
        assertThatIllegalStateException()
                .isThrownBy(() -> new KeysFitTrail(rows, others, settings(false)).enter())
                .withMessageContaining("accept-new-keys");
        new KeysFitTrail(rows, others, settings(true)).enter();
        new KeysFitTrail(rows, keys, settings(false)).enter();
    }

    private static AuditSettings settings(boolean acceptNewKeys) {
        return new AuditSettings(Duration.ofSeconds(5), Duration.ofMinutes(5), null, null, acceptNewKeys);
    }

    private void remove(long row) {
        jdbc.sql("DELETE FROM audit_trail WHERE number = ?").param(row).update();
    }

    private int inbox(String reference) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_inbox WHERE reference LIKE ?")
                .param(reference)
                .query(Integer.class)
                .single();
    }

    private long numberOf(String reference) {
        return jdbc.sql("SELECT number FROM audit_trail WHERE reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }

    /** Loses the connection at the worst moment. */
    private record DiesBeforeCommit(PlatformTransactionManager real) implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.rollback(status);
            throw new TransactionSystemException("The process is gone");
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
