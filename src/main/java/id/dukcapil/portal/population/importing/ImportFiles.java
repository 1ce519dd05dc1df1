package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.DiskFull;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The uploaded files, under the hash of their content; for reading a copy is made beside, because workbooks are read out of order. */
@Component
class ImportFiles {

    static final String AUDIT_KIND = "Impor penduduk";
    static final long LARGEST = 100L << 20;

    /** A copy that is gone when it is closed. */
    record Copy(Path path) implements Closeable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** @param size in bytes */
    record Stored(ContentHash content, long size) {}

    /** More has come than an upload may have. */
    private static final class TooLarge extends IOException {}

    private final DocumentStore store;

    ImportFiles(DocumentStore store) {
        this.store = store;
    }

    /**
     * @throws ImportRefused when it is too large or the disk is full; nothing is kept then
     */
    Stored keep(InputStream content) throws IOException {
        var limited = new LimitedInput(content);
        try {
            return new Stored(store.put(limited), limited.count);
        } catch (TooLarge large) {
            throw new ImportRefused("Berkas melebihi 100 MB. Bagilah menjadi beberapa berkas, misalnya per kecamatan.");
        } catch (IOException failure) {
            if (DiskFull.isBehind(failure)) {
                throw new ImportRefused(
                        "Penyimpanan portal penuh, sehingga berkas tidak dapat diterima. Hubungi administrator.");
            }
            throw failure;
        }
    }

    Copy open(ContentHash content) throws IOException {
        var copy = new Copy(Files.createTempFile("portal-import", ".tmp"));
        try (OutputStream out = Files.newOutputStream(copy.path())) {
            store.copy(content, out);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    void forget(ContentHash content) {
        store.remove(content);
    }

    private static final class LimitedInput extends InputStream {

        private final InputStream source;
        private long count;

        LimitedInput(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int read = source.read();
            counted(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = source.read(target, offset, length);
            counted(Math.max(read, 0));
            return read;
        }

        private void counted(int more) throws IOException {
            count += more;
            if (count > LARGEST) {
                throw new TooLarge();
            }
        }
    }
}
