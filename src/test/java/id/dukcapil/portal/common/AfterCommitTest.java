package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class AfterCommitTest {

    private final List<List<String>> told = new CopyOnWriteArrayList<>();
    private final AfterCommit<String> after = new AfterCommit<>(told::add);
    private final NoDatabase manager = new NoDatabase();
    private final TransactionTemplate transaction = new TransactionTemplate(manager);

    @Test
    void whatOneTransactionCollectsIsToldTogetherAndNotBeforeItHasCommitted() {
        transaction.executeWithoutResult(status -> {
            after.add("pertama");
            after.add("kedua");
            assertThat(told).isEmpty();
        });
        transaction.executeWithoutResult(status -> after.add("ketiga"));
        assertThat(told).containsExactly(List.of("pertama", "kedua"), List.of("ketiga"));
    }

    @Test
    void whatIsRolledBackHasNotHappenedAndIsNotToldByTheNextOneEither() {
        transaction.executeWithoutResult(status -> {
            after.add("batal");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> after.add("jadi"));
        assertThat(told).containsExactly(List.of("jadi"));
    }

    @Test
    void aTransactionInBetweenTellsItsOwn() {
        var inBetween = new TransactionTemplate(manager);
        inBetween.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            after.add("luar");
            inBetween.executeWithoutResult(inner -> after.add("dalam"));
            after.add("luar lagi");
        });
        assertThat(told).containsExactly(List.of("dalam"), List.of("luar", "luar lagi"));
    }

    @Test
    void withoutATransactionItIsToldAtOnce() {
        after.add("langsung");
        assertThat(told).containsExactly(List.of("langsung"));
    }

    /** Transactions with all their phases and nothing to write. */
    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected boolean isExistingTransaction(Object running) {
            return TransactionSynchronizationManager.isActualTransactionActive();
        }

        @Override
        protected Object doSuspend(Object running) {
            return running;
        }

        @Override
        protected void doResume(@Nullable Object running, Object suspended) {}

        @Override
        protected void doBegin(Object begun, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
