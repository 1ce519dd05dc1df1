package id.dukcapil.portal.common;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a unit of work in one transaction and again when the database chose it as the victim of a deadlock. Inside a
 * transaction of the caller it only joins: repeating is then the caller's business.
 */
@Component
public class Retry {

    private static final int ATTEMPTS = 4;

    private final TransactionTemplate transaction;

    Retry(PlatformTransactionManager transactionManager) {
        this.transaction = new TransactionTemplate(transactionManager);
    }

    public <T> T inTransaction(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return run(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isWorthRepeating(e)) {
                    throw e;
                }
            }
        }
    }

    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    private static boolean isWorthRepeating(RuntimeException failure) {
        return failure instanceof ConcurrencyFailureException || LockConflict.is(failure);
    }

    @SuppressWarnings("NullAway") // The callback never returns null: Supplier<T> with a non-null T
    private <T> T run(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
