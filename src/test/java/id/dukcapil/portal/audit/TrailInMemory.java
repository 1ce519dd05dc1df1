package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.TrailRows.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sealed trail that can be copied a thousand times, to be damaged a thousand ways. */
final class TrailInMemory implements SealedTrail {

    final TreeMap<Long, Sealed> rows = new TreeMap<>();
    final TreeMap<Long, Batch> batches = new TreeMap<>();
    final List<Waiting> inbox = new ArrayList<>();

    /** Rows as they waited, to be put into the inbox once more. */
    final List<Waiting> sealedFromInbox = new ArrayList<>();

    final SealingKeys keys;
    final BatchHashes hashes;
    private final InboxProof proof;

    @Nullable
    Pruning pruning;

    private int written;
    private @Nullable SealingKeys stranger;

    TrailInMemory(SealingKeys keys, InboxProof proof, BatchHashes hashes) {
        this.keys = keys;
        this.proof = proof;
        this.hashes = hashes;
    }

    /** Sealed honestly, in batches of different sizes, whose hashes are kept in the file. */
    TrailInMemory sealed(int count, Random random) {
        while (rows.size() < count) {
            seal(Math.min(1 + random.nextInt(80), count - rows.size()));
        }
        return this;
    }

    /** Writes and seals some more rows, as the portal would. */
    Batch seal(int size) {
        for (int row = 0; row < size; row++) {
            write();
        }
        return sealWaiting();
    }

    void write() {
        String text = "Pemesanan %d dibatalkan oleh petugas %d".formatted(++written * 7919, written % 13);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        inbox.add(new Waiting(List.of(Optional.of("baris-" + written)), content, proof.of(content)));
    }

    Batch sealWaiting() {
        ChainEnd end = lastBatch()
                .map(ChainEnd::of)
                .or(() -> pruning().map(ChainEnd::of))
                .orElse(ChainEnd.BEGINNING);
        long first = Math.max(end.row(), rows.isEmpty() ? 0 : rows.lastKey()) + 1;
        Set<String> known = sealedFromInbox.stream().map(Waiting::id).collect(Collectors.toSet());
        List<Sealed> sealed = Sealer.chained(inbox, first, end.hash(), proof, known);
        sealed.forEach(row -> rows.put(row.number(), row));
        sealedFromInbox.addAll(inbox);
        inbox.clear();
        Batch batch = Batch.sealed(
                end,
                first,
                first + sealed.size() - 1,
                sealed.getLast().hash(),
                Instant.parse("2026-11-23T02:00:00Z").plusSeconds(first),
                keys);
        batches.put(batch.number(), batch);
        keepOutside();
        return batch;
    }

    /** What the portal does every few seconds. */
    void keepOutside() {
        try {
            hashes.complete(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the oldest batches go after their retention period. */
    void prune(long batch) {
        Batch last = batch(batch);
        rows.headMap(last.lastRow(), true).clear();
        batches.headMap(batch, true).clear();
        pruning = Pruning.upTo(last, Instant.parse("2031-11-23T02:00:00Z"), keys);
    }

    /** Removes a batch and all after it, with their rows. */
    void cutFrom(Batch batch) {
        rows.tailMap(batch.firstRow(), true).clear();
        batches.tailMap(batch.number(), true).clear();
    }

    /** Whoever may not sign tries it with these. */
    void admit(SealingKeys others) {
        stranger = others;
    }

    SealingKeys strangersKeys() {
        return Objects.requireNonNull(stranger);
    }

    Sealed row(long number) {
        return Objects.requireNonNull(rows.get(number));
    }

    Batch batch(long number) {
        return Objects.requireNonNull(batches.get(number));
    }

    TrailInMemory copy() {
        return copy(hashes);
    }

    /** With a file of hashes of its own, because the portal goes on writing it. */
    TrailInMemory copy(Path folder) throws IOException {
        var copied = new BatchHashes(folder);
        Files.copy(hashes.folder().resolve(BatchHashes.FILE), folder.resolve(BatchHashes.FILE));
        return copy(copied);
    }

    private TrailInMemory copy(BatchHashes file) {
        var copy = new TrailInMemory(keys, proof, file);
        copy.rows.putAll(rows);
        copy.batches.putAll(batches);
        copy.sealedFromInbox.addAll(sealedFromInbox);
        copy.written = written;
        copy.stranger = stranger;
        return copy;
    }

    @Override
    public Optional<Pruning> pruning() {
        return Optional.ofNullable(pruning);
    }

    @Override
    public List<Batch> batches(long after, int limit) {
        return batches.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public void rows(long after, long last, Consumer<Sealed> each) {
        new ArrayList<>(rows.subMap(after, false, last, true).values()).forEach(each);
    }

    @Override
    public Optional<Batch> lastBatch() {
        return batches.values().stream().reduce((one, next) -> next);
    }

    @Override
    public List<Long> rowsOutside(int limit) {
        long beginning = pruning == null ? 0 : pruning.lastRow();
        long end = batches.values().stream().mapToLong(Batch::lastRow).max().orElse(beginning);
        return rows.keySet().stream()
                .filter(number -> number <= beginning || number > end)
                .limit(limit)
                .toList();
    }
}
