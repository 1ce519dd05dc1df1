package id.dukcapil.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows of the trail per second: written by concurrent business transactions that do nothing else, each with its own commit;
 * written by jobs of five hundred records per transaction; sealed; and verified. Beside them the usual way of keeping a
 * hash chain, in the same run and on the same table: each business transaction locks the end of the chain, computes its link
 * and commits.
 */
@IntegrationTest
class TrailBench {

    private static final int THREADS = 24;
    private static final int ROUNDS = 3;
    private static final int WRITTEN_SINGLY = 12_000;
    private static final int WRITTEN_BY_JOBS = 200_000;
    private static final int PER_JOB = 500;
    private static final int WRITTEN_WITH_LOCK = 2_000;
    private static final int VERIFIED_TO_WARM_UP = 4;
    private static final int VERIFIED_TIMES = 7;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sealer sealer;

    @Autowired
    TrailRows rows;

    @Autowired
    SealingKeys keys;

    @Autowired
    BatchHashes hashes;

    @Autowired
    JdbcTemplate jdbc;

    private interface Work {
        void run(int number);
    }

    @Test
    void rowsPerSecond() throws Exception {
        jdbc.execute("CREATE TABLE audit_bench_tail (id INT NOT NULL PRIMARY KEY, hash BINARY(32) NOT NULL)");
        jdbc.update("INSERT INTO audit_bench_tail VALUES (1, ?)", (Object) new byte[Chain.LENGTH]);
        double single = 0;
        double locked = 0;
        // The first round only warms up; then both take turns, so that what slows the machine slows both
        for (int round = 0; round <= ROUNDS; round++) {
            double one = perSecond(WRITTEN_SINGLY / (round == 0 ? 4 : 1), 1, this::write);
            double other = perSecond(WRITTEN_WITH_LOCK / (round == 0 ? 4 : 1), 1, this::writeHoldingTheEnd);
            single += round == 0 ? 0 : one / ROUNDS;
            locked += round == 0 ? 0 : other / ROUNDS;
        }
        jdbc.execute("DROP TABLE audit_bench_tail");
        sealer.sealWaiting();
        double jobs = perSecond(WRITTEN_BY_JOBS / PER_JOB, PER_JOB, this::writeAsJob);
        double sealed = sealedPerSecond();
        double verified = verifiedPerSecond();
        System.out.printf(
                Locale.ROOT,
                "BENCH audit-trail write=%.0f/s verify=%.0f/s ratio=%.1f tail_locked=%.0f/s job_write=%.0f/s"
                        + " seal=%.0f/s%n",
                single,
                verified,
                single / locked,
                locked,
                jobs,
                sealed);
    }

    private void write(int number) {
        transaction.executeWithoutResult(status -> publish(number));
    }

    private void writeAsJob(int number) {
        transaction.executeWithoutResult(status -> {
            for (int record = 0; record < PER_JOB; record++) {
                publish(number * PER_JOB + record);
            }
        });
    }

    private void publish(int number) {
        events.publishEvent(AuditEvent.of("Pemesanan", "BENCH-" + number, "Dibatalkan")
                .changing("Status", "Terpesan", "Dibatalkan")
                .changing("Tanggal", "7 Desember 2026", "8 Desember 2026")
                .because("permintaan pemohon lewat telepon"));
    }

    /** The usual way: the end of the chain is read for update and moved on before the commit, so all wait for one. */
    private void writeHoldingTheEnd(int number) {
        transaction.executeWithoutResult(status -> {
            byte[] before = Objects.requireNonNull(
                    jdbc.queryForObject("SELECT hash FROM audit_bench_tail WHERE id = 1 FOR UPDATE", byte[].class));
            MessageDigest digest = Sha256.digest();
            byte[] hash = Chain.link(digest, before, ("BENCH-" + number).getBytes(StandardCharsets.US_ASCII));
            publish(number);
            jdbc.update("UPDATE audit_bench_tail SET hash = ? WHERE id = 1", (Object) hash);
        });
    }

    private double perSecond(int count, int rowsEach, Work work) throws Exception {
        List<Callable<Void>> shares = new ArrayList<>();
        IntStream.range(0, THREADS)
                .forEach(thread -> shares.add(() -> {
                    for (int number = thread; number < count; number += THREADS) {
                        work.run(number);
                    }
                    return null;
                }));
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done : threads.invokeAll(shares)) {
                done.get();
            }
        }
        return count * (double) rowsEach / ((System.nanoTime() - start) / 1e9);
    }

    private double sealedPerSecond() {
        long start = System.nanoTime();
        int sealed = sealer.sealWaiting();
        return sealed / ((System.nanoTime() - start) / 1e9);
    }

    /** The median of several passes; one takes half a second, so the first ones only warm up. */
    private double verifiedPerSecond() {
        double[] passes = IntStream.range(0, VERIFIED_TIMES + VERIFIED_TO_WARM_UP)
                .mapToDouble(pass -> verificationPerSecond())
                .skip(VERIFIED_TO_WARM_UP)
                .sorted()
                .toArray();
        return passes[passes.length / 2];
    }

    private double verificationPerSecond() {
        long start = System.nanoTime();
        VerificationReport report = new TrailVerifier(rows, keys, hashes, checked -> {}).verify();
        assertThat(report.isIntact()).isTrue();
        return report.rows() / ((System.nanoTime() - start) / 1e9);
    }
}
