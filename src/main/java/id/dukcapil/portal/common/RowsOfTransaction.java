package id.dukcapil.portal.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the rows of one kind that a transaction writes and hands them over together just before its commit, so that
 * work on five hundred records pays for one journey to the database. If that write fails, so does the business.
 *
 * @param <R> a row, complete with its key and moment when it is added
 */
public final class RowsOfTransaction<R> {

    private final Consumer<List<R>> writer;
    private final Runnable afterCommit;

    /** @param writer writes one or more rows, inside the transaction */
    public RowsOfTransaction(Consumer<List<R>> writer, Runnable afterCommit) {
        this.writer = writer;
        this.afterCommit = afterCommit;
    }

    /** Adds a row to those of the current transaction; outside one it is written at once. */
    public void add(R row) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            writer.accept(List.of(row));
            afterCommit.run();
        } else {
            collected().add(row);
        }
    }

    /** For whoever is about to read or change in the same transaction what it has added. */
    public void writeNow() {
        if (TransactionSynchronizationManager.getResource(this) instanceof RowsOfTransaction<?>.Collected collected) {
            collected.write();
        }
    }

    @SuppressWarnings("unchecked") // Only this object binds itself as the key
    private Collected collected() {
        if (TransactionSynchronizationManager.getResource(this) instanceof RowsOfTransaction<?>.Collected collected) {
            return (Collected) collected;
        }
        var collected = new Collected();
        TransactionSynchronizationManager.bindResource(this, collected);
        TransactionSynchronizationManager.registerSynchronization(collected);
        return collected;
    }

    private final class Collected implements TransactionSynchronization {

        private final List<R> rows = new ArrayList<>();
        private boolean committing;

        void add(R row) {
            rows.add(row);
            if (committing) {
                write();
            }
        }

        private void write() {
            if (!rows.isEmpty()) {
                writer.accept(List.copyOf(rows));
                rows.clear();
            }
        }

        /** Last, because others may still act just before the commit. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(RowsOfTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(RowsOfTransaction.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write();
        }

        @Override
        public void afterCommit() {
            afterCommit.run();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(RowsOfTransaction.this);
        }
    }
}
