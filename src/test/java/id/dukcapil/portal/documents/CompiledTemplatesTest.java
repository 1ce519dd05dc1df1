package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.sf.jasperreports.engine.JasperReport;
import org.junit.jupiter.api.Test;

class CompiledTemplatesTest {

    private final AtomicInteger compilations = new AtomicInteger();

    @Test
    void manyFirstCallersShareOneCompilation() throws Exception {
        int callers = 16;
        var templates = new CompiledTemplates(template -> {
            compilations.incrementAndGet();
            return CompiledTemplates.compile(template);
        });
        var ready = new CountDownLatch(callers);
        Callable<JasperReport> call = () -> {
            ready.countDown();
            ready.await();
            return templates.get(PdfRenderer.LETTERHEAD);
        };

        var reports = new HashSet<JasperReport>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var calls = new ArrayList<Callable<JasperReport>>();
            for (int i = 0; i < callers; i++) {
                calls.add(call);
            }
            for (var outcome : threads.invokeAll(calls)) {
                reports.add(outcome.get());
            }
        }

        assertThat(reports).hasSize(1);
        assertThat(compilations).hasValue(1);
    }

    @Test
    void aFailedCompilationIsTriedAgain() {
        var templates = new CompiledTemplates(template -> {
            if (compilations.incrementAndGet() == 1) {
                throw new RenderingFailed(template, "does not compile");
            }
            return CompiledTemplates.compile(template);
        });

        assertThatThrownBy(() -> templates.get(PdfRenderer.LETTERHEAD)).isInstanceOf(RenderingFailed.class);
        assertThat(templates.get(PdfRenderer.LETTERHEAD).getName()).isEqualTo("letterhead");
    }
}
