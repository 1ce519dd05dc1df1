package id.dukcapil.portal.audit;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Goes through the file of batch hashes in step with the batches. */
final class HashFileCheck {

    private final Iterator<BatchHashes.Line> lines;
    private final Findings findings;
    private BatchHashes.@Nullable Line line;
    private BatchHashes.@Nullable Line latest;
    private long highest;

    HashFileCheck(Iterator<BatchHashes.Line> lines, Findings findings) {
        this.lines = lines;
        this.findings = findings;
        advance();
    }

    void startAfter(long batch) {
        while (line != null && line.batch() <= batch) {
            advance();
        }
    }

    void compare(Batch batch) {
        if (line == null) {
            return;
        }
        if (line.batch() > batch.number()) {
            findings.accept(Damage.batch(Damage.Kind.HEAD_MISSING, batch));
            return;
        }
        while (line != null && line.batch() < batch.number()) {
            gone(line);
            advance();
        }
        if (line != null && line.batch() == batch.number()) {
            if (!line.names(batch)) {
                findings.accept(Damage.batch(Damage.Kind.HEAD_DIFFERS, batch));
            }
            advance();
        }
    }

    /** What the file still knows, the database does not. */
    void end(long lastBatch) {
        while (line != null) {
            if (line.batch() > lastBatch) {
                gone(line);
            }
            advance();
        }
    }

    private void gone(BatchHashes.Line line) {
        findings.accept(new Damage(Damage.Kind.TAIL_CUT, line.firstRow(), line.lastRow(), line.batch()));
    }

    /** To the next line that continues; lines that go back tell of an end that was cut off. */
    private void advance() {
        line = null;
        while (line == null && lines.hasNext()) {
            BatchHashes.Line next = lines.next();
            if (next.batch() > highest) {
                highest = next.batch();
                line = next;
            } else if (!next.repeats(latest)) {
                findings.accept(
                        new Damage(Damage.Kind.HEADS_DISORDERED, next.firstRow(), next.lastRow(), next.batch()));
            }
            latest = next;
        }
    }
}
