package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.delivery.Releases;
import id.dukcapil.portal.delivery.Releases.NewRelease;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.MeasuredDocuments.Document;
import id.dukcapil.portal.signing.pades.PadesSigning;
import id.dukcapil.portal.signing.pades.SigningKey;
import id.dukcapil.portal.signing.pades.TrustedAuthorities;
import id.dukcapil.portal.staff.ActingSystem;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A batch of different Kartu Keluarga through the room as its signatory uses it: locked, sent, signed, stored, read back,
 * examined, entered, and the letter with QR code and PIN promised. Beside it, over the same documents in the same run, a
 * plain loop around EU DSS with the JDK's provider, which does nothing but sign; and the portal's own signing step without
 * the rest. Both go over other documents before, twice and long enough that the compiler of the JVM is done with them: what
 * is compared is how an office's portal signs that has been running for a while. Afterwards every signed document is put before DSS and poppler, and a large batch shows how much memory a batch
 * holds. A quick run ({@code make bench QUICK=1}) has a tenth of the documents.
 */
@IntegrationTest
@TestPropertySource(properties = "portal.signing.batch.largest=10000")
class SignBatchBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int DOCUMENTS = QUICK ? 600 : 2_000;
    private static final int WARM_UP = QUICK ? 300 : 1_000;
    private static final List<Integer> HEAP_AT = QUICK ? List.of(100, 300) : List.of(100, 1_000, 2_500, 5_000, 10_000);
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int TOGETHER = 48;
    private static final double MEGABYTE = 1024 * 1024;
    private static final String PASSPHRASE = "demo-tte";
    private static final String KEY_FILE = "197008171995032001.p12";

    @Autowired
    MeasuredDocuments documents;

    @Autowired
    SigningScenario given;

    @Autowired
    SigningRoom room;

    @Autowired
    PadesSigning signing;

    @Autowired
    TrustedAuthorities authorities;

    @Autowired
    Releases releases;

    @Autowired
    ActingSystem acting;

    @Autowired
    DocumentStore store;

    @Autowired
    PortalHome home;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    /** Seconds of the parts of one batch. */
    private record Times(double opening, double signing, double letters) {
        double all() {
            return opening + signing + letters;
        }
    }

    private interface Work<T> {
        void with(T document) throws Exception;
    }

    @Test
    void batchesPerSecond() throws Exception {
        SigningKey key = key();
        List<List<Document>> warmUps =
                List.of(documents.verified(WARM_UP, folder), documents.verified(WARM_UP, folder));
        List<Document> lastWarmUp = documents.verified(2 * WARM_UP, folder);
        List<Document> measured = documents.verified(DOCUMENTS, folder);
        try (var plain = new PlainDss(keyFile(), PASSPHRASE.toCharArray());
                var plainNative =
                        new PlainDss(keyFile(), PASSPHRASE.toCharArray()).with(new PdfBoxNativeObjectFactory())) {
            Work<Document> plainLoop =
                    document -> plain.sign(document.bytes(), document.place(), document.stamp(), SomeDocuments.NOW);
            Work<Document> betterLoop = document ->
                    plainNative.sign(document.bytes(), document.place(), document.stamp(), SomeDocuments.NOW);
            Work<Document> step = document -> step(document, key);
            for (List<Document> others : warmUps) {
                seconds(plainLoop, others, 1);
                seconds(betterLoop, others, 1);
                seconds(step, others, THREADS);
                batch(others, new Watch());
            }
            // The plain loop leaves the compiler a processor of its own, a batch does not
            batch(lastWarmUp, new Watch());

            List<Document> firstHalf = measured.subList(0, DOCUMENTS / 2);
            List<Document> secondHalf = measured.subList(DOCUMENTS / 2, DOCUMENTS);
            // Around what is measured against it, so that what slows the machine down slows both
            double plainSeconds = seconds(plainLoop, firstHalf, 1);
            double betterSeconds = seconds(betterLoop, firstHalf, 1);
            double stepSeconds = seconds(step, measured, THREADS);
            var watch = new Watch();
            Times times = batch(measured, watch);
            betterSeconds += seconds(betterLoop, secondHalf, 1);
            plainSeconds += seconds(plainLoop, secondHalf, 1);

            int poppler = judge(measured);
            Map<Integer, Double> heap = heap();
            double[] each = watch.times();
            System.out.printf(
                    Locale.ROOT,
                    "BENCH sign-batch documents=%d threads=%d plain_per_s=%.1f plain_native_pictures_per_s=%.1f"
                            + " step_per_s=%.1f ratio_step=%.2f ratio_step_native_pictures=%.2f"
                            + " batch_per_s=%.1f ratio_batch=%.2f opening_s=%.2f signing_s=%.2f letters_s=%.2f"
                            + " p50_ms=%.1f p99_ms=%.1f valid_dss=%d valid_pdfsig=%s heap_mb=%s%n",
                    DOCUMENTS,
                    THREADS,
                    DOCUMENTS / plainSeconds,
                    DOCUMENTS / betterSeconds,
                    DOCUMENTS / stepSeconds,
                    plainSeconds / stepSeconds,
                    betterSeconds / stepSeconds,
                    DOCUMENTS / times.all(),
                    plainSeconds / times.all(),
                    times.opening(),
                    times.signing(),
                    times.letters(),
                    each[each.length / 2],
                    each[each.length * 99 / 100],
                    DOCUMENTS,
                    poppler == 0 ? "not-installed" : poppler,
                    heap);
            assertThat(plainSeconds / stepSeconds).isGreaterThanOrEqualTo(3);
            assertThat(plainSeconds / times.all()).isGreaterThanOrEqualTo(1.5);
            assertThat(Collections.max(heap.values()) - Objects.requireNonNull(heap.get(HEAP_AT.getFirst())))
                    .isLessThan(24);
        }
    }

    /** What the provider does with a document, as often at the same time as in a batch. */
    private void step(Document document, SigningKey key) throws Exception {
        var appearance = new PdfToSign.Appearance(document.place(), document.stamp());
        signing.sign(
                new PdfToSign(
                        HashedContent.of(document.bytes()),
                        document.digest(),
                        appearance,
                        "Penerbitan Kartu Keluarga",
                        "Kabupaten Bandung"),
                key,
                SomeDocuments.NOW);
    }

    private static <T> double seconds(Work<T> work, List<T> documents, int threads) throws Exception {
        var next = new AtomicInteger();
        Callable<Boolean> loop = () -> {
            for (int i = next.getAndIncrement(); i < documents.size(); i = next.getAndIncrement()) {
                work.with(documents.get(i));
            }
            return true;
        };
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var outcome : pool.invokeAll(Collections.nCopies(threads, loop))) {
                outcome.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Times batch(List<Document> wanted, Watch watch) throws Exception {
        long start = System.nanoTime();
        start(wanted, watch);
        double opening = (System.nanoTime() - start) / 1e9;
        assertThat(watch.end.get(1, TimeUnit.HOURS)).isEqualTo(BatchEnding.COMPLETED);
        double signed = (System.nanoTime() - start) / 1e9;
        int before = letters();
        promiseLetters(wanted);
        assertThat(letters() - before).isEqualTo(wanted.size());
        return new Times(opening, signed - opening, (System.nanoTime() - start) / 1e9 - signed);
    }

    private void start(List<Document> wanted, Watch watch) {
        List<SigningDocumentId> ids = wanted.stream().map(Document::id).toList();
        var started = given.as("kadis", () -> room.start(ids, Passphrase.of(PASSPHRASE.toCharArray()), watch));
        assertThat(started.leftOut()).isEmpty();
    }

    /** As many in a transaction, and as many at once, as the job that does it behind a batch. */
    private void promiseLetters(List<Document> documents) throws Exception {
        List<List<Document>> bundles = IntStream.range(0, (documents.size() + TOGETHER - 1) / TOGETHER)
                .mapToObj(bundle ->
                        documents.subList(bundle * TOGETHER, Math.min(documents.size(), (bundle + 1) * TOGETHER)))
                .toList();
        seconds(
                bundle -> {
                    List<NewRelease> wanted = bundle.stream().map(this::release).toList();
                    acting.with(Set.of(Permission.RELEASE_ISSUE), () -> releases.issueAll(wanted));
                },
                bundles,
                THREADS);
    }

    private NewRelease release(Document document) {
        return new NewRelease(
                "Permohonan KK",
                document.reference(),
                SomeDocuments.OFFICE,
                "Kartu Keluarga",
                signedDigest(document),
                document.facts().headName(),
                document.facts().members().getFirst().nik(),
                "warga@contoh.id");
    }

    private ContentHash signedDigest(Document document) {
        return new ContentHash(jdbc.sql("SELECT signed_digest FROM signing_document WHERE id = ?")
                .param(document.id().value())
                .query(String.class)
                .single());
    }

    private int letters() {
        return jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE template = 'delivery/released'")
                .query(Integer.class)
                .single();
    }

    /** @return how many poppler has accepted; 0 when it is not installed */
    private int judge(List<Document> signed) throws Exception {
        var judges = new SignedOutputs(authorities.folder(), folder);
        seconds(
                document -> {
                    byte[] bytes = store.read(signedDigest(document));
                    judges.requireValidForDss(bytes, SomeDocuments.NOW);
                    if (judges.hasPoppler()) {
                        judges.requireValidForPoppler(bytes, document.reference() + "-signed");
                    }
                },
                signed,
                THREADS);
        return judges.hasPoppler() ? signed.size() : 0;
    }

    /** Megabytes that live while a large batch is being signed, by how many documents are done. */
    private Map<Integer, Double> heap() throws Exception {
        var watch = new HeapWatch();
        List<SigningDocumentId> ids = new ArrayList<>();
        for (int from = 0; from < HEAP_AT.getLast(); from += 100) {
            documents.verified(100, folder).forEach(document -> ids.add(document.id()));
        }
        given.as("kadis", () -> room.start(ids, Passphrase.of(PASSPHRASE.toCharArray()), watch));
        assertThat(watch.end.get(1, TimeUnit.HOURS)).isEqualTo(BatchEnding.COMPLETED);
        return watch.megabytes;
    }

    private Path keyFile() {
        return home.folder("tte").resolve(KEY_FILE);
    }

    private SigningKey key() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var content = Files.newInputStream(keyFile())) {
            keys.load(content, PASSPHRASE.toCharArray());
        }
        String alias = keys.aliases().nextElement();
        List<X509Certificate> chain = Arrays.stream(keys.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        return new SigningKey((PrivateKey) keys.getKey(alias, PASSPHRASE.toCharArray()), chain);
    }

    /**
     * How long each document took: from when its thread had done the ones before it, because those that go together end
     * together, within much less than a millisecond.
     */
    private static class Watch implements BatchProgress {

        private static final long TOGETHER = 1_000_000;

        final CompletableFuture<BatchEnding> end = new CompletableFuture<>();
        private final Map<Thread, Bundle> last = new ConcurrentHashMap<>();
        private final List<Double> times = Collections.synchronizedList(new ArrayList<>());

        private record Bundle(long began, long latest) {}

        @Override
        public void advanced(BatchCounts counts, Turn turn) {
            long now = System.nanoTime();
            Bundle before = last.getOrDefault(Thread.currentThread(), new Bundle(now, now));
            long began = now - before.latest() < TOGETHER ? before.began() : before.latest();
            last.put(Thread.currentThread(), new Bundle(began, now));
            times.add((now - began) / 1e6);
        }

        @Override
        public void ended(BatchEnding ending, @Nullable String explanation, BatchCounts counts) {
            end.complete(ending);
        }

        double[] times() {
            return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
    }

    private static final class HeapWatch extends Watch {

        final Map<Integer, Double> megabytes = new TreeMap<>();

        @Override
        public void advanced(BatchCounts counts, Turn turn) {
            int done = counts.of(ItemState.SIGNED);
            if (HEAP_AT.contains(done)) {
                System.gc();
                System.gc();
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                megabytes.put(done, Math.round(used / MEGABYTE * 10) / 10.0);
            }
        }
    }
}
