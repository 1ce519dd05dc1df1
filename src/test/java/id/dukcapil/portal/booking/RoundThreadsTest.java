package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

class RoundThreadsTest {

    private final SecurityContextHolderStrategy security = SecurityContextHolder.getContextHolderStrategy();
    private final RoundThreads threads = new RoundThreads(security);

    @AfterEach
    void stop() {
        threads.destroy();
    }

    @Test
    void aRoundOfACallerOnAVirtualThreadRunsOnAThreadOfTheSystemUnderTheCallersName() throws Exception {
        String seen = onAVirtualThread(() -> {
            security.setContext(security.createEmptyContext());
            security.getContext().setAuthentication(new TestingAuthenticationToken("pemanggil", null));
            return threads.run(() -> Thread.currentThread().isVirtual() + " " + actor());
        });
        assertThat(seen).isEqualTo("false pemanggil");
    }

    @Test
    void whoIsOnSuchAThreadAlreadyDoesTheRoundItself() {
        assertThat(threads.run(Thread::currentThread)).isSameAs(Thread.currentThread());
    }

    @Test
    void aFailureReachesTheCallerAsItWas() {
        var failure = new IllegalArgumentException("not decided");
        assertThatThrownBy(() -> onAVirtualThread(() -> threads.run(() -> {
                    throw failure;
                })))
                .isInstanceOf(ExecutionException.class)
                .hasCause(failure);
    }

    private String actor() {
        return Objects.requireNonNull(security.getContext().getAuthentication()).getName();
    }

    private static <T> T onAVirtualThread(Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(work).get();
        }
    }
}
