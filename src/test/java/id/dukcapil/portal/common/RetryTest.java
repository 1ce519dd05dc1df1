package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class RetryTest {

    private static final int ATTEMPTS = 6;

    private final PlatformTransactionManager transactions = new NothingStored();
    private final Retry retry = new Retry(transactions);
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void theVictimOfADeadlockRunsAgain() {
        String answer = retry.inTransaction(() -> {
            failTimes(2, new CannotAcquireLockException("Deadlock found"));
            return "stored";
        });
        assertThat(answer).isEqualTo("stored");
        assertThat(runs).hasValue(3);
    }

    @Test
    void soDoesWhoReadARecordThatHasChanged() {
        var changed = new SQLException("Record has changed since last read in table", "HY000", 1020);
        retry.inTransaction(() -> failTimes(1, new UncategorizedSQLException("update", "UPDATE", changed)));
        assertThat(runs).hasValue(2);
    }

    @Test
    void itEndsAfterAFewAttempts() {
        var deadlock = new CannotAcquireLockException("Deadlock found");
        assertThatThrownBy(() -> retry.inTransaction(() -> failTimes(Integer.MAX_VALUE, deadlock)))
                .isSameAs(deadlock);
        assertThat(runs).hasValue(ATTEMPTS);
    }

    @Test
    void whatIsRefusedIsRefusedAtOnce() {
        var taken = new DuplicateKeyException("Duplicate entry");
        assertThatThrownBy(() -> retry.inTransaction(() -> failTimes(1, taken))).isSameAs(taken);
        assertThat(runs).hasValue(1);
    }

    @Test
    void insideATransactionOfTheCallerRepeatingIsTheCallersBusiness() {
        var deadlock = new CannotAcquireLockException("Deadlock found");
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> retry.inTransaction(() -> failTimes(1, deadlock))))
                .isSameAs(deadlock);
        assertThat(runs).hasValue(1);
    }

    private void failTimes(int times, RuntimeException failure) {
        if (runs.incrementAndGet() <= times) {
            throw failure;
        }
    }

    /** Begins and ends transactions without a database. */
    private static final class NothingStored extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
