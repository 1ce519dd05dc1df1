package id.dukcapil.portal.population.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** What people decide about an import, before and while it goes on. */
class ImportDecisionsTest extends ImportInSteps {

    @Autowired
    SecurityContextHolderStrategy security;

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
