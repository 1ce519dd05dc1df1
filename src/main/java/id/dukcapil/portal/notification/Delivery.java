package id.dukcapil.portal.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: at once after a mail was promised, and regularly by the scheduler for what has to be tried again.
 * In one process there is one run at a time; several processes share the queue. When the server does not answer,
 * everything pauses for a while, and the log says so once and not for every mail.
 */
@Component
class Delivery implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final MailComposer composer;
    private final MailServer server;
    private final MailSettings settings;
    private final MailMetrics metrics;
    private final RetryPolicy retry;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean running;
    private volatile @Nullable Instant pausedUntil;

    Delivery(
            Outbox outbox,
            MailComposer composer,
            MailServer server,
            MailSettings settings,
            MailMetrics metrics,
            Clock clock) {
        this.outbox = outbox;
        this.composer = composer;
        this.server = server;
        this.settings = settings;
        this.metrics = metrics;
        this.retry = new RetryPolicy(settings.retry(), new Random());
        this.clock = clock;
    }

    /** There is something new. Many calls in a row start one run. */
    void wake() {
        if (running && server.configured() && !wanted.getAndSet(true)) {
            Thread.ofVirtual().name("mail-wake").start(this::runAfterTheOther);
        }
    }

    private void runAfterTheOther() {
        oneAtATime.lock();
        try {
            wanted.set(false);
            deliver();
        } catch (RuntimeException e) {
            log.warn("Mails wait for the next regular run: {}", e.getClass().getSimpleName());
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Sends what is due, unless a run of this process is at it already. @return how many the server has accepted */
    int deliverDue() {
        if (!server.configured() || !oneAtATime.tryLock()) {
            return 0;
        }
        try {
            outbox.recover();
            server.closeUnusedSince(clock.instant().minus(settings.idleConnection()));
            return deliver();
        } finally {
            oneAtATime.unlock();
        }
    }

    private int deliver() {
        if (pausedUntil != null && !serverIsBack(pausedUntil)) {
            return 0;
        }
        try {
            var run = new DeliveryRun(outbox, composer, server, settings, retry, clock, () -> !running);
            DeliveryRun.Result result = run.run();
            metrics.delivered(result);
            reportServer(result);
            return result.accepted();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Asked before anything is claimed, so that a long silence costs one connection attempt now and then. */
    private boolean serverIsBack(Instant pause) {
        if (clock.instant().isBefore(pause)) {
            return false;
        }
        try (MailConnection kept = server.connect()) {
            log.info("The mail server answers again");
            pausedUntil = null;
            return true;
        } catch (MailServerUnavailable stillSilent) {
            pausedUntil = clock.instant().plus(settings.retry().serverPause());
            return false;
        }
    }

    private void reportServer(DeliveryRun.Result result) {
        MailServerUnavailable down = result.unavailable();
        if (down != null) {
            log.warn("The mail server does not answer; mails wait until it does: {}", down.getMessage());
            pausedUntil = clock.instant().plus(settings.retry().serverPause());
        }
    }

    /** Whether the server did not answer when it was last needed. */
    boolean serverIsSilent() {
        return pausedUntil != null;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets the mails that are being handed over be finished; what was only claimed goes back. */
    @Override
    public void stop() {
        running = false;
        oneAtATime.lock();
        oneAtATime.unlock();
        server.closeUnusedSince(Instant.MAX);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
