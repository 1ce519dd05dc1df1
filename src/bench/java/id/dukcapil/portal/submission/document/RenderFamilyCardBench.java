package id.dukcapil.portal.submission.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.junit.jupiter.api.Test;

/**
 * Kartu Keluarga as PDF/A per second on all cores, each of another family and with a QR code of its own. Beside it, in turns
 * in the same run: JasperReports alone, which fills and exports the compiled template and knows nothing of PDF/A; and a
 * program that compiles the template for every document, as a naive portal does, with fewer documents because it takes so
 * long. Afterwards documents are drawn and put before veraPDF.
 */
class RenderFamilyCardBench {

    private static final int DOCUMENTS = Boolean.getBoolean("bench.quick") ? 200 : 1_000;
    private static final int ROUNDS = 5;
    private static final int COMPILED_PER_ROUND = DOCUMENTS / ROUNDS / 20;
    private static final int SAMPLES = 20;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
    private static final String RESOURCE = "/reports/submission/family-card.jrxml";

    private final FamilyCardPaper paper = new FamilyCardPaper(Paper.renderer());
    private final List<byte[]> samples = new ArrayList<>();
    private final Set<ContentHash> digests = new HashSet<>();

    private interface Printing {
        byte[] print(FamilyCardFacts facts) throws JRException, IOException;
    }

    /** @param times of each document in milliseconds, the shortest first */
    private record Measured(double seconds, double[] times, byte[][] documents) {}

    @Test
    void documentsPerSecond() throws Exception {
        JasperReport compiled = compile();
        Printing portal = facts -> paper.print(facts, AT).pdf();
        Printing bare = facts -> bare(compiled, facts);
        Printing compileEach = facts -> bare(compile(), facts);
        List<FamilyCardFacts> others = families(DOCUMENTS, DOCUMENTS / ROUNDS);
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            measure(portal, others);
            measure(bare, others);
        }
        measure(compileEach, others.subList(0, THREADS));

        double portalSeconds = 0;
        double bareSeconds = 0;
        double compileSeconds = 0;
        var times = new ArrayList<double[]>();
        for (int round = 0; round < ROUNDS; round++) {
            List<FamilyCardFacts> families = families(round * DOCUMENTS / ROUNDS, DOCUMENTS / ROUNDS);
            // Taking turns in being first, so that what slows the machine down slows both
            double before = round % 2 == 0 ? 0 : measure(bare, families).seconds();
            Measured measured = measure(portal, families);
            bareSeconds += round % 2 == 0 ? measure(bare, families).seconds() : before;
            portalSeconds += measured.seconds();
            times.add(measured.times());
            keep(measured.documents());
            compileSeconds += measure(compileEach, families.subList(0, COMPILED_PER_ROUND))
                    .seconds();
        }
        judgeSamples();
        double[] all = times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        double perSecond = DOCUMENTS / portalSeconds;
        double compiledPerSecond = COMPILED_PER_ROUND * ROUNDS / compileSeconds;
        System.out.printf(
                Locale.ROOT,
                "BENCH render-kk documents=%d threads=%d docs_per_s=%.1f bare_per_s=%.1f of_bare=%.2f"
                        + " compile_each_per_s=%.2f compiled=%d ratio_compile_each=%.0f p50_ms=%.1f p99_ms=%.1f verapdf=%d%n",
                DOCUMENTS,
                THREADS,
                perSecond,
                DOCUMENTS / bareSeconds,
                bareSeconds / portalSeconds,
                compiledPerSecond,
                COMPILED_PER_ROUND * ROUNDS,
                perSecond / compiledPerSecond,
                all[all.length / 2],
                all[all.length * 99 / 100],
                samples.size());
        assertThat(digests).hasSize(DOCUMENTS);
        assertThat(bareSeconds / portalSeconds).isGreaterThanOrEqualTo(0.8);
    }

    private static List<FamilyCardFacts> families(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> ManyFamilies.family(number, address(number)))
                .toList();
    }

    private static String address(int number) {
        return "https://portal.disdukcapil.contoh.go.id/verifikasi/UKUR%020d".formatted(number);
    }

    private static byte[] bare(JasperReport report, FamilyCardFacts facts) throws JRException {
        int sheets = FamilyCardPaper.sheets(facts);
        var lines = new JRMapCollectionDataSource(List.copyOf(FamilyCardPaper.lines(facts.members(), sheets)));
        var parameters = new HashMap<String, Object>();
        FamilyCardPaper.parameters(facts, sheets).forEach(parameters::put);
        return JasperExportManager.exportReportToPdf(JasperFillManager.fillReport(report, parameters, lines));
    }

    private static JasperReport compile() throws JRException, IOException {
        try (InputStream template = RenderFamilyCardBench.class.getResourceAsStream(RESOURCE)) {
            return JasperCompileManager.compileReport(Objects.requireNonNull(template));
        }
    }

    private static Measured measure(Printing printing, List<FamilyCardFacts> families) throws Exception {
        var documents = new byte[families.size()][];
        var times = new double[families.size()];
        var next = new AtomicInteger();
        Callable<Boolean> work = () -> {
            for (int i = next.getAndIncrement(); i < documents.length; i = next.getAndIncrement()) {
                long begin = System.nanoTime();
                documents[i] = printing.print(families.get(i));
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
            return true;
        };
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var outcome : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                outcome.get();
            }
        }
        return new Measured((System.nanoTime() - start) / 1e9, times, documents);
    }

    private void keep(byte[][] documents) {
        for (byte[] document : documents) {
            if (digests.size() % (DOCUMENTS / SAMPLES) == 0) {
                samples.add(document);
            }
            digests.add(ContentHash.of(document));
        }
    }

    private void judgeSamples() throws Exception {
        for (int i = 0; i < samples.size(); i++) {
            int number = i * (DOCUMENTS / SAMPLES);
            var sample = new Paper(samples.get(i));
            assertThat(sample.archiveFindings()).isEmpty();
            assertThat(sample.scan(BarcodeFormat.QR_CODE, 200)).isEqualTo(address(number));
            assertThat(sample.text())
                    .contains(ManyFamilies.family(number, "").number().value());
        }
    }
}
