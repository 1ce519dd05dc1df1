package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chain over the rows of some batches. A row that does not fit is judged by what comes after it: fits the
 * next row to the stored link, the content was edited; to the computed one, the link was; to the last good one, the row
 * does not belong there at all. The links that batches sign stop any doubt from reaching further than one batch.
 */
final class RowCheck {

    /**
     * A row that does not fit its predecessor.
     *
     * @param before the link before it, as stored or signed
     * @param batch 0 for a row that no batch covers
     */
    record Misfit(Sealed row, byte[] before, long batch, Damage.Kind kind) {}

    private final MessageDigest digest = Sha256.digest();
    private final List<Batch> batches;
    private final Consumer<Damage> damages;
    private final Consumer<Misfit> misfits;
    private final List<Misfit> run = new ArrayList<>();

    private int position;
    private boolean entered;
    private long last;
    private byte @Nullable [] signed;
    private byte @Nullable [] stored;
    private byte @Nullable [] computed;
    private byte @Nullable [] good;
    private @Nullable Misfit jumped;

    /**
     * @param batches with sound signatures; between two of them others can be missing
     * @param before the end of the sound batch before them, null when it is not known
     * @param misfits rows for {@link MovedRows} to judge
     */
    RowCheck(List<Batch> batches, @Nullable ChainEnd before, Consumer<Damage> damages, Consumer<Misfit> misfits) {
        this.batches = batches;
        this.damages = damages;
        this.misfits = misfits;
        if (before == null) {
            last = batches.getFirst().firstRow() - 1;
        } else {
            last = before.row();
            stored = before.hash();
            good = before.hash();
            signed = batches.getFirst().number() == before.batch() + 1 ? before.hash() : null;
        }
    }

    void accept(Sealed row) {
        while (row.number() > batch().lastRow()) {
            endBatch();
        }
        if (row.number() >= batch().firstRow() && !entered) {
            enterBatch();
        }
        if (!entered && signed != null) {
            // The next batch continues the last one directly: nothing between their rows was ever sealed
            damages.accept(Damage.row(Damage.Kind.ROW_INSERTED, row.number(), 0));
            return;
        }
        long batch = entered ? batch().number() : 0;
        missingUntil(row.number(), batch);
        check(row, batch);
        if (row.origin() != null) {
            damages.accept(Damage.row(Origin.damageOf(row.origin()), row.number(), batch));
        }
        last = row.number();
    }

    void end() {
        while (position < batches.size()) {
            endBatch();
        }
    }

    private Batch batch() {
        return batches.get(position);
    }

    private void enterBatch() {
        if (signed == null) {
            missingUntil(batch().firstRow(), 0);
        } else {
            last = batch().firstRow() - 1;
            stored = signed;
            good = signed;
        }
        entered = true;
    }

    private void endBatch() {
        if (!entered) {
            enterBatch();
        }
        Batch batch = batch();
        missingUntil(batch.lastRow() + 1, batch.number());
        compareEnd(batch);
        stored = batch.lastHash();
        good = batch.lastHash();
        entered = false;
        position++;
        boolean nextFollows = position < batches.size() && batch().number() == batch.number() + 1;
        signed = nextFollows ? batch.lastHash() : null;
    }

    private void compareEnd(Batch batch) {
        boolean asSigned = stored == null || Arrays.equals(stored, batch.lastHash());
        if (!asSigned && jumped != null) {
            misfits.accept(jumped);
        } else if (!asSigned && run.isEmpty()) {
            damages.accept(new Damage(Damage.Kind.CHAIN_REWRITTEN, batch.firstRow(), batch.lastRow(), batch.number()));
        }
        boolean onlyTheLink = !asSigned && Arrays.equals(computed, batch.lastHash());
        settle(onlyTheLink ? Damage.Kind.LINK_EDITED : Damage.Kind.ROW_EDITED);
        jumped = null;
    }

    private void missingUntil(long next, long batch) {
        if (next > last + 1) {
            settle(Damage.Kind.ROW_EDITED);
            damages.accept(new Damage(Damage.Kind.ROW_REMOVED, last + 1, next - 1, batch));
            stored = null;
            last = next - 1;
        }
    }

    private void check(Sealed row, long batch) {
        byte[] before = stored;
        if (before == null) {
            accepted(row);
            return;
        }
        byte[] expected = Chain.link(digest, before, row.content());
        if (Arrays.equals(expected, row.hash())) {
            settle(Damage.Kind.ROW_EDITED);
            accepted(row);
        } else if (fits(computed, row)) {
            settle(Damage.Kind.LINK_EDITED);
            accepted(row);
        } else if (!run.isEmpty() && fits(good, row)) {
            settle(Damage.Kind.ROW_INSERTED);
            accepted(row);
            jumped = new Misfit(row, before, batch, Damage.Kind.ROW_EDITED);
        } else {
            if (jumped != null) {
                // Not inserted before this one, but exchanged with it: else the next row would fit
                misfits.accept(jumped);
                jumped = null;
            }
            run.add(new Misfit(row, before, batch, Damage.Kind.ROW_EDITED));
            computed = expected;
            stored = row.hash();
        }
    }

    private boolean fits(byte @Nullable [] before, Sealed row) {
        return before != null && Arrays.equals(Chain.link(digest, before, row.content()), row.hash());
    }

    private void accepted(Sealed row) {
        stored = row.hash();
        good = row.hash();
        computed = null;
        jumped = null;
    }

    /** What is known now about the misfits just before. Only the last of several can have kept its content. */
    private void settle(Damage.Kind kindOfLast) {
        for (Misfit misfit : run) {
            boolean same = misfit == run.getLast() || kindOfLast == Damage.Kind.ROW_INSERTED;
            Damage.Kind kind =
                    misfit.batch() == 0 ? Damage.Kind.ROW_INSERTED : same ? kindOfLast : Damage.Kind.ROW_EDITED;
            misfits.accept(new Misfit(misfit.row(), misfit.before(), misfit.batch(), kind));
        }
        run.clear();
        computed = null;
    }
}
