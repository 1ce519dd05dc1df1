package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.RowCheck.Misfit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Recomputes the whole trail and says where it is not as it was sealed: the signatures and links of the batches one after
 * the other, the rows between two signed links by several threads at once, and all of it beside the file of batch hashes, which
 * alone can tell that the end is missing. One use per object.
 */
final class TrailVerifier {

    private static final int BATCHES_AT_ONCE = 2_000;

    /** Rows that one thread takes at a time. */
    private static final long ROWS_AT_ONCE = 25_000;

    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

    /** What one thread found in its share. */
    private record Share(List<Damage> damages, List<Misfit> misfits, int left) {}

    private final SealedTrail trail;
    private final SealingKeys keys;
    private final BatchHashes hashes;
    private final LongConsumer progress;
    private final Findings findings = new Findings();
    private final List<Misfit> misfits = new ArrayList<>();
    private final AtomicLong rows = new AtomicLong();
    private long batches;

    /** @param progress is told now and then how many rows have been checked */
    TrailVerifier(SealedTrail trail, SealingKeys keys, BatchHashes hashes, LongConsumer progress) {
        this.trail = trail;
        this.keys = keys;
        this.hashes = hashes;
        this.progress = progress;
    }

    VerificationReport verify() {
        try (Stream<BatchHashes.Line> known = hashes.all();
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            verifyBatches(new HashFileCheck(known.iterator(), findings), threads);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of batch hashes cannot be read", e);
        }
        new MovedRows(misfits).report(findings);
        trail.rowsOutside(VerificationReport.LISTED)
                .forEach(row -> findings.accept(Damage.row(Damage.Kind.ROW_INSERTED, row, 0)));
        return findings.report(rows.get(), batches);
    }

    private void verifyBatches(HashFileCheck outside, ExecutorService threads) {
        ChainEnd end = beginning();
        ChainEnd shareBegins = end;
        long seen = end.batch();
        var share = new ArrayList<Batch>();
        var running = new ArrayList<Future<Share>>();
        outside.startAfter(end.batch());
        List<Batch> next = trail.batches(seen, BATCHES_AT_ONCE);
        while (!next.isEmpty()) {
            for (Batch batch : next) {
                outside.compare(batch);
                boolean sound = isSound(batch, seen, end);
                seen = batch.number();
                batches++;
                if (!sound) {
                    continue;
                }
                if (!share.isEmpty() && batch.lastRow() - shareBegins.row() > ROWS_AT_ONCE) {
                    running.add(submit(share, shareBegins, threads));
                    collect(running, THREADS + 1);
                    shareBegins = end;
                    share = new ArrayList<>();
                }
                share.add(batch);
                end = ChainEnd.of(batch);
            }
            next = trail.batches(seen, BATCHES_AT_ONCE);
        }
        if (!share.isEmpty()) {
            running.add(submit(share, shareBegins, threads));
        }
        collect(running, 0);
        outside.end(seen);
    }

    private ChainEnd beginning() {
        Optional<Pruning> pruning = trail.pruning();
        pruning.filter(record -> !record.isSignedBy(keys))
                .ifPresent(record -> findings.accept(
                        new Damage(Damage.Kind.PRUNING_FORGED, 1, record.lastRow(), record.lastBatch())));
        return pruning.map(ChainEnd::of).orElse(ChainEnd.BEGINNING);
    }

    /**
     * The record of the batch by itself: its signature, and how it continues the one before.
     *
     * @return false when the record can be believed nothing
     */
    private boolean isSound(Batch batch, long seen, ChainEnd before) {
        if (batch.number() != seen + 1) {
            findings.accept(new Damage(Damage.Kind.BATCH_REMOVED, before.row() + 1, batch.firstRow() - 1, seen + 1));
        }
        if (!batch.isSignedBy(keys)) {
            findings.accept(Damage.batch(Damage.Kind.BATCH_EDITED, batch));
            return false;
        }
        if (batch.number() == before.batch() + 1 && !Arrays.equals(batch.previous(), before.batchHash())) {
            findings.accept(Damage.batch(Damage.Kind.BATCH_UNLINKED, batch));
        }
        return true;
    }

    private Future<Share> submit(List<Batch> share, ChainEnd before, ExecutorService threads) {
        return threads.submit(() -> check(share, before));
    }

    private Share check(List<Batch> share, ChainEnd before) {
        var damages = new Findings();
        var found = new ArrayList<Misfit>();
        var check = new RowCheck(share, before, damages, misfit -> {
            if (found.size() <= VerificationReport.LISTED) {
                found.add(misfit);
            } else {
                damages.accept(Damage.row(misfit.kind(), misfit.row().number(), misfit.batch()));
            }
        });
        var counted = new long[1];
        trail.rows(before.row(), share.getLast().lastRow(), row -> {
            check.accept(row);
            counted[0]++;
        });
        check.end();
        progress.accept(rows.addAndGet(counted[0]));
        return new Share(damages.listed(), found, damages.notListed());
    }

    /** Waits until only so many shares are still being checked. */
    private void collect(List<Future<Share>> running, int most) {
        while (running.size() > most) {
            try {
                Share share = running.removeFirst().get();
                share.damages().forEach(findings);
                findings.addNotListed(share.left());
                misfits.addAll(share.misfits());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The verification was interrupted", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e);
            }
        }
    }
}
