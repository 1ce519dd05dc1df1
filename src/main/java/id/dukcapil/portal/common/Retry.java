package id.dukcapil.portal.common;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a unit of work in one transaction, and again after a growing random delay when it collided with another one
 * (deadlock, lock timeout, optimistic lock). The delay keeps two victims of the same deadlock from meeting again.
 */
@Component
public class Retry {

    private final TransactionTemplate transaction;
    private final RetryTemplate attempts = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(5)
            .delay(Duration.ofMillis(20))
            .multiplier(2)
            .jitter(Duration.ofMillis(15))
            .predicate(Retry::isCollision)
            .build());

    Retry(PlatformTransactionManager transactionManager) {
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Joins a transaction of the caller instead, for whom alone the whole can be repeated. */
    public <T> T inTransaction(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        return inOwnTransaction(status -> work.get());
    }

    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Opens the transaction itself, so that nothing outside it depends on an attempt that is undone.
     *
     * @throws IllegalStateException inside a transaction of the caller
     */
    public <T> T inOwnTransaction(TransactionCallback<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The transaction is opened here, so that the whole can be repeated");
        }
        return Objects.requireNonNull(attempts.invoke(() -> transaction.execute(work)));
    }

    private static boolean isCollision(Throwable failure) {
        return failure instanceof ConcurrencyFailureException || LockConflict.is(failure);
    }
}
