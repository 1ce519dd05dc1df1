package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Lets what is on a screen look again now and then, and pushes what has changed to the browser. Any process may be writing the
 * export, so the row in the database is asked. The browser asks nothing: an open page does not keep its session alive.
 */
@org.springframework.stereotype.Component
class ExportWatch implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ExportWatch.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(150);

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("export-watch").factory());

    /** As long as the component is attached. */
    void follow(Component component, Duration every, Command look) {
        component.addAttachListener(attached -> {
            ScheduledFuture<?> ticking = start(attached.getUI(), every, look);
            component.addDetachListener(detached -> {
                ticking.cancel(false);
                detached.unregisterListener();
            });
        });
    }

    private ScheduledFuture<?> start(UI ui, Duration every, Command look) {
        var last = new AtomicReference<Future<?>>(CompletableFuture.completedFuture(null));
        Runnable tick = () -> {
            // A user interface that is busy is not given the same errand twice
            if (last.get().isDone()) {
                access(ui, () -> lookQuietly(look)).ifPresent(last::set);
            }
        };
        return ticks.scheduleWithFixedDelay(tick, FIRST_LOOK.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What goes wrong here must not reach the timer, which would never tick again for this page. */
    private static Optional<Future<?>> access(UI ui, Command errand) {
        try {
            return Optional.of(ui.access(errand));
        } catch (RuntimeException unreachable) {
            log.debug("A page that follows an export cannot be reached now", unreachable);
            return Optional.empty();
        }
    }

    /** The next look may succeed; a notice every second would help nobody. */
    private static void lookQuietly(Command look) {
        try {
            look.execute();
        } catch (RuntimeException unable) {
            log.debug("An export cannot be looked at now", unable);
        }
    }

    @Override
    public void destroy() {
        ticks.shutdownNow();
    }
}
