package id.dukcapil.portal.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hash of every sealed batch, line by line, in a file outside the database. Whoever cuts off the end of the trail and
 * computes it anew would have to change this file as well, and every copy of it.
 */
final class BatchHashes {

    static final String FILE = "heads.log";

    private static final String LOCK = "heads.lock";
    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_LINE = 512;
    private static final Pattern FORM =
            Pattern.compile("batch=(\\d{1,18}) rows=(\\d{1,18})-(\\d{1,18}) sha256=([0-9a-f]{64}) .*");

    /** What is known outside about a batch. */
    record Line(long batch, long firstRow, long lastRow, byte[] hash) {

        boolean names(Batch other) {
            return batch == other.number() && Arrays.equals(hash, other.hash());
        }

        boolean repeats(@Nullable Line before) {
            return before != null && batch == before.batch && Arrays.equals(hash, before.hash);
        }
    }

    private final Path folder;
    private final Path file;

    BatchHashes(Path folder) {
        try {
            this.folder = Files.createDirectories(folder.toAbsolutePath());
            file = this.folder.resolve(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the batch hashes cannot be created", e);
        }
    }

    Path folder() {
        return folder;
    }

    /**
     * Writes what was sealed since the last line. Processes that share the file take turns, so that its lines are in order.
     *
     * @return the last line when the database does not reach its batch any more: the end of the trail was cut off
     */
    synchronized Optional<Line> complete(SealedTrail trail) throws IOException {
        try (FileChannel turn = open(folder.resolve(LOCK));
                FileLock held = turn.lock()) {
            Optional<Line> known = last();
            if (known.isPresent() && known.get().batch() > lastNumber(trail)) {
                // The line that goes back stays as a trace, and the next ones follow it
                trail.lastBatch().ifPresent(this::append);
                return known;
            }
            List<Batch> missing = trail.batches(known.map(Line::batch).orElse(0L), AT_ONCE);
            while (!missing.isEmpty()) {
                missing.forEach(this::append);
                missing = trail.batches(missing.getLast().number(), AT_ONCE);
            }
            return Optional.empty();
        }
    }

    /** Batches that went after their retention period count as well. */
    private static long lastNumber(SealedTrail trail) {
        return trail.lastBatch()
                .map(Batch::number)
                .or(() -> trail.pruning().map(Pruning::lastBatch))
                .orElse(0L);
    }

    /** On disk when it returns. */
    synchronized void append(Batch batch) {
        try (FileChannel channel = open(file)) {
            // A crash can have left half a line; a new one must not be glued to it
            String gap = endsInsideALine() ? "\n" : "";
            ByteBuffer line = ByteBuffer.wrap((gap + line(batch) + "\n").getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** The same text stands in the log of the portal, which usually leaves the machine. */
    static String line(Batch batch) {
        return "batch=%d rows=%d-%d sha256=%s sealed=%s"
                .formatted(
                        batch.number(),
                        batch.firstRow(),
                        batch.lastRow(),
                        HexFormat.of().formatHex(batch.hash()),
                        batch.sealedAt());
    }

    /** The line written last. */
    Optional<Line> last() throws IOException {
        String end = end();
        return Stream.of(end.split("\n"))
                .map(BatchHashes::parse)
                .flatMap(Optional::stream)
                .reduce((one, next) -> next);
    }

    /**
     * All lines that the file has now, in the order in which they were written; to be closed. Lines that follow later are
     * not among them, so whatever is read from the database afterwards has their batches.
     */
    Stream<Line> all() throws IOException {
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        var left = new AtomicLong(Files.size(file));
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        return reader.lines()
                .takeWhile(line -> left.getAndAdd(-line.length() - 1) >= line.length())
                .map(BatchHashes::parse)
                .flatMap(Optional::stream)
                .onClose(() -> close(reader));
    }

    private boolean endsInsideALine() throws IOException {
        String end = end();
        return !end.isEmpty() && !end.endsWith("\n");
    }

    private String end() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(LONGEST_LINE, content.length())];
            content.seek(content.length() - bytes.length);
            content.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<Line> parse(@Nullable String line) {
        Matcher parts = FORM.matcher(line == null ? "" : line);
        return parts.matches()
                ? Optional.of(new Line(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        HexFormat.of().parseHex(parts.group(4))))
                : Optional.empty();
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
