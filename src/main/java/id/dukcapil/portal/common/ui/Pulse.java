package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Lets open pages look every second how far something in the background has come, and pushes to them what has changed. Their
 * browsers ask for nothing, so a page that shows progress keeps no forgotten session alive; and since each look goes to the
 * database, it does not matter which process does the work.
 */
@org.springframework.stereotype.Component
public class Pulse implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pulse").factory());

    Pulse() {
        timer.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param look reads and shows, with the rights of whoever has the page open; until it is taken off or the page is gone */
    public Registration watch(UI page, Runnable look) {
        var watch = new Watch(page, look);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    /** As {@link #watch}, as long as the component is on a page. */
    public void follow(Component component, Runnable look) {
        component.addAttachListener(attached -> {
            Registration watching = watch(attached.getUI(), look);
            component.addDetachListener(detached -> {
                watching.remove();
                detached.unregisterListener();
            });
        });
    }

    /** One look of every page. The timer does this by itself. */
    public void beat() {
        watches.forEach(Watch::beat);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private final class Watch {

        private final UI page;
        private final Runnable look;
        private @Nullable Future<?> last;

        Watch(UI page, Runnable look) {
            this.page = page;
            this.look = look;
        }

        /** A page that is busy is not asked a second time before it has answered. */
        synchronized void beat() {
            Future<?> before = last;
            if (before != null && !before.isDone()) {
                return;
            }
            try {
                last = page.access(this::lookOnce);
            } catch (UIDetachedException closed) {
                watches.remove(this);
            } catch (RuntimeException unreachable) {
                // Out of here it would stop the timer for every page
                log.debug("A page cannot be reached now", unreachable);
            }
        }

        private void lookOnce() {
            if (!watches.contains(this)) {
                return;
            }
            try {
                look.run();
            } catch (DataAccessException | TransactionException away) {
                // The page keeps what it shows; the next look may succeed
            } catch (RuntimeException noLongerAllowed) {
                watches.remove(this);
                throw noLongerAllowed;
            }
        }
    }
}
