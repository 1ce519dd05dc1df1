package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.ActingAs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/**
 * The threads on which rounds of bookings are decided. They belong to the operating system: a virtual thread that has heard
 * from the database goes on behind every other one that is ready, a dozen times in each round, and on the night of a
 * stampede that is the whole crowd, which waits for nothing but this round.
 */
@Component
class RoundThreads implements DisposableBean {

    private final SecurityContextHolderStrategy security;
    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform()
            .name("seat-round-", 0)
            .daemon()
            .inheritInheritableThreadLocals(false)
            .factory());

    RoundThreads(SecurityContextHolderStrategy security) {
        this.security = security;
    }

    /** Does the work under the name of whoever acts on this thread, which waits for it; or here, when it is such a thread. */
    <T> T run(Supplier<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return work.get();
        }
        ActingAs caller = ActingAs.current(security);
        try {
            return CompletableFuture.supplyAsync(() -> caller.run(work), threads)
                    .join();
        } catch (CompletionException failure) {
            throw unwrapped(failure);
        }
    }

    private static RuntimeException unwrapped(CompletionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
