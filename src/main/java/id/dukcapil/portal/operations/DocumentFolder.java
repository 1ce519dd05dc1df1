package id.dukcapil.portal.operations;

import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Measures the document store. That means looking at every file, so it is done in the background and not too often. */
@Service
@PreAuthorize("hasAuthority('SYSTEM_READ')")
public class DocumentFolder {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /**
     * @param documents how many files
     * @param bytes all of them together
     */
    public record Size(long documents, long bytes, Instant measuredAt) {}

    private final Path folder;
    private final Clock clock;
    private final AtomicReference<@Nullable Size> last = new AtomicReference<>();

    DocumentFolder(PortalHome home, Clock clock) {
        this.folder = home.folder("documents");
        this.clock = clock;
    }

    /** A measurement that is at most ten minutes old. */
    public CompletableFuture<Size> measure() {
        Size known = last.get();
        if (known != null && known.measuredAt().plus(KEPT).isAfter(clock.instant())) {
            return CompletableFuture.completedFuture(known);
        }
        return CompletableFuture.supplyAsync(
                this::count, task -> Thread.ofVirtual().start(task));
    }

    private Size count() {
        var counter = new Counter();
        try {
            Files.walkFileTree(folder, counter);
        } catch (IOException e) {
            throw new UncheckedIOException("The document store cannot be measured", e);
        }
        var size = new Size(counter.files, counter.bytes, clock.instant());
        last.set(size);
        return size;
    }

    private static final class Counter extends SimpleFileVisitor<Path> {

        private long files;
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        /** A file that is being renamed at this moment is counted next time. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
