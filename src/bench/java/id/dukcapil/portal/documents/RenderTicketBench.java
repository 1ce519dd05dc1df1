package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Tickets per second on all cores with the template compiled once, against compiling it for every ticket as a naive
 * portal does; both in the same run. {@code -Dbench.seconds=30} measures longer.
 */
class RenderTicketBench {

    private static final Duration MEASURED = Duration.ofSeconds(Long.getLong("bench.seconds", 8));
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Test
    void ticketsPerSecond() throws Exception {
        PdfRenderer cached = Paper.renderer(new CompiledTemplates());
        Callable<byte[]> withCache = () -> cached.render(Paper.TICKET_A6, Paper.ticket(), List.of());
        Callable<byte[]> compileEach =
                () -> Paper.renderer(new CompiledTemplates()).render(Paper.TICKET_A6, Paper.ticket(), List.of());

        perSecond(withCache, MEASURED.dividedBy(2));
        double fast = perSecond(withCache, MEASURED);
        perSecond(compileEach, MEASURED.dividedBy(4));
        double slow = perSecond(compileEach, MEASURED);

        System.out.printf(Locale.ROOT, "BENCH render-ticket docs_per_s=%.1f ratio=%.1f%n", fast, fast / slow);
        assertThat(fast).isGreaterThan(slow);
    }

    private static double perSecond(Callable<byte[]> render, Duration duration) throws Exception {
        var documents = new AtomicLong();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        Callable<Boolean> work = () -> {
            while (System.nanoTime() < end) {
                assertThat(render.call()).hasSizeGreaterThan(5_000);
                documents.incrementAndGet();
            }
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var outcome : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                outcome.get();
            }
        }
        return documents.get() * 1e9 / (System.nanoTime() - start);
    }
}
