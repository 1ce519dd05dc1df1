package id.dukcapil.portal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sealed trail that can be copied a thousand times, to be damaged a thousand ways. */
final class TrailInMemory implements SealedTrail {

    final TreeMap<Long, Sealed> rows = new TreeMap<>();
    final TreeMap<Long, Batch> batches = new TreeMap<>();

    @Nullable
    Pruning pruning;

    /** Sealed honestly, in batches of different sizes, whose hashes are kept in the file. */
    static TrailInMemory sealed(int count, Random random, SealingKeys keys, BatchHashes hashes) {
        var trail = new TrailInMemory();
        while (trail.rows.size() < count) {
            int size = Math.min(1 + random.nextInt(80), count - trail.rows.size());
            trail.seal(size, keys, hashes);
        }
        return trail;
    }

    /** Seals some more rows, as the portal would. */
    Batch seal(int size, SealingKeys keys, BatchHashes hashes) {
        MessageDigest digest = Chain.digest();
        ChainEnd end = batches.isEmpty()
                ? ChainEnd.BEGINNING
                : ChainEnd.of(batches.lastEntry().getValue());
        byte[] hash = end.hash();
        long first = Math.max(end.row(), rows.isEmpty() ? 0 : rows.lastKey()) + 1;
        for (long number = first; number < first + size; number++) {
            byte[] content = ("Pemesanan %d dibatalkan oleh petugas %d".formatted(number * 7919, number % 13))
                    .getBytes(StandardCharsets.UTF_8);
            hash = Chain.link(digest, hash, content);
            rows.put(number, new Sealed(number, content, hash));
        }
        Batch batch = Batch.sealed(
                end,
                first,
                first + size - 1,
                hash,
                Instant.parse("2026-11-23T02:00:00Z").plusSeconds(first),
                keys);
        batches.put(batch.number(), batch);
        hashes.append(batch);
        return batch;
    }

    Sealed row(long number) {
        return Objects.requireNonNull(rows.get(number));
    }

    Batch batch(long number) {
        return Objects.requireNonNull(batches.get(number));
    }

    TrailInMemory copy() {
        var copy = new TrailInMemory();
        copy.rows.putAll(rows);
        copy.batches.putAll(batches);
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
