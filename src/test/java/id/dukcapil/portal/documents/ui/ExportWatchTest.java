package id.dukcapil.portal.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(1);

    private final ExportWatch watch = new ExportWatch();
    private final AtomicBoolean away = new AtomicBoolean();
    private final CountDownLatch failures = new CountDownLatch(1);
    private final CountDownLatch looks = new CountDownLatch(2);

    @AfterEach
    void stopTheTimer() {
        watch.destroy();
    }

    @Test
    void thePageIsAskedAgainAfterAPushAndALookHaveFailed() throws InterruptedException {
        var progress = new Div();
        watch.follow(progress, OFTEN, () -> {
            looks.countDown();
            throw new IllegalStateException("The database is away");
        });
        away.set(true);
        page().add(progress);
        assertThat(failures.await(30, TimeUnit.SECONDS)).isTrue();
        away.set(false);
        assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private UI page() {
        return new UI() {
            @Override
            public Future<Void> access(Command look) {
                if (away.get()) {
                    failures.countDown();
                    throw new IllegalStateException("Push failed");
                }
                look.execute();
                return CompletableFuture.completedFuture(null);
            }
        };
    }
}
