package id.dukcapil.portal.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what happens in a transaction and hands it over together once it has committed; what is rolled back has not
 * happened. A listener that Spring calls after the commit for each event costs a place of its own in every phase of the
 * transaction, which a round of five hundred bookings notices.
 *
 * @param <T> what happens
 */
public final class AfterCommit<T> {

    private final Consumer<List<T>> work;

    /** @param work gets what one transaction collected, in its order; never nothing */
    public AfterCommit(Consumer<List<T>> work) {
        this.work = work;
    }

    /** Outside a transaction nothing can be rolled back any more, and it is handed over at once. */
    public void add(T happened) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            collected().happened.add(happened);
        } else {
            work.accept(List.of(happened));
        }
    }

    @SuppressWarnings("unchecked") // Only this object binds itself as the key
    private Collected collected() {
        if (TransactionSynchronizationManager.getResource(this) instanceof AfterCommit<?>.Collected collected) {
            return (Collected) collected;
        }
        var collected = new Collected();
        TransactionSynchronizationManager.bindResource(this, collected);
        TransactionSynchronizationManager.registerSynchronization(collected);
        return collected;
    }

    private final class Collected implements TransactionSynchronization {

        private final List<T> happened = new ArrayList<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AfterCommit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AfterCommit.this, this);
        }

        @Override
        public void afterCommit() {
            work.accept(List.copyOf(happened));
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AfterCommit.this);
        }
    }
}
