package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.notification.letters.LetterUnusable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due until nothing is: mails are claimed in batches and handed over by several workers, each with a
 * connection of its own that it keeps. No transaction is open while a server is spoken to.
 */
final class DeliveryRun {

    static final int CLAIMED_AT_ONCE = 200;

    private static final Logger log = LoggerFactory.getLogger(DeliveryRun.class);

    /** A mail is not begun when its claim could run out before the server has answered. */
    private static final Duration LONGEST_CONVERSATION = Duration.ofMinutes(2);

    private final Outbox outbox;
    private final MailComposer composer;
    private final MailServer server;
    private final MailSettings settings;
    private final RetryPolicy retry;
    private final Clock clock;
    private final BooleanSupplier stopping;

    private final BlockingQueue<Optional<ClaimedMail>> claimed = new ArrayBlockingQueue<>(CLAIMED_AT_ONCE);
    private final List<Thread> workers = new ArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile @Nullable MailServerUnavailable unavailable;
    private volatile @Nullable RuntimeException failure;

    DeliveryRun(
            Outbox outbox,
            MailComposer composer,
            MailServer server,
            MailSettings settings,
            RetryPolicy retry,
            Clock clock,
            BooleanSupplier stopping) {
        this.outbox = outbox;
        this.composer = composer;
        this.server = server;
        this.settings = settings;
        this.retry = retry;
        this.clock = clock;
        this.stopping = stopping;
    }

    /**
     * What a run came to.
     *
     * @param unavailable why it ended before its time, when the server did not answer
     */
    record Result(int accepted, int refused, @Nullable MailServerUnavailable unavailable) {}

    Result run() throws InterruptedException {
        try (var recorder = new OutcomeRecorder(outbox, settings.lease())) {
            List<ClaimedMail> batch = claim();
            while (!batch.isEmpty()) {
                addWorkers(batch.size(), recorder);
                distribute(batch);
                batch = halted() ? List.of() : claim();
            }
            dismissWorkers();
        } finally {
            giveBack(leftOver());
        }
        RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
        return new Result(accepted.get(), refused.get(), unavailable);
    }

    private List<ClaimedMail> claim() {
        return outbox.claim(CLAIMED_AT_ONCE, settings.lease());
    }

    private void addWorkers(int mails, OutcomeRecorder recorder) {
        for (int i = workers.size(); i < Math.min(settings.connections(), mails); i++) {
            workers.add(Thread.ofVirtual().name("mail-delivery-", i).start(() -> work(recorder)));
        }
    }

    private void distribute(List<ClaimedMail> batch) throws InterruptedException {
        for (int i = 0; i < batch.size(); i++) {
            while (!claimed.offer(Optional.of(batch.get(i)), 1, TimeUnit.SECONDS)) {
                if (halted()) {
                    giveBack(batch.subList(i, batch.size()));
                    return;
                }
            }
        }
    }

    /** One word is enough: each worker passes it on. */
    private void dismissWorkers() throws InterruptedException {
        while (workers.stream().anyMatch(Thread::isAlive) && !claimed.offer(Optional.empty(), 1, TimeUnit.SECONDS)) {
            Thread.onSpinWait();
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private boolean halted() {
        return unavailable != null || failure != null || stopping.getAsBoolean();
    }

    private List<ClaimedMail> leftOver() {
        var left = new ArrayList<Optional<ClaimedMail>>();
        claimed.drainTo(left);
        return left.stream().flatMap(Optional::stream).toList();
    }

    private void giveBack(List<ClaimedMail> mails) {
        if (!mails.isEmpty()) {
            outbox.giveBack(mails);
        }
    }

    private void work(OutcomeRecorder recorder) {
        MailConnection connection = null;
        try {
            Optional<ClaimedMail> next = claimed.take();
            while (next.isPresent()) {
                ClaimedMail mail = next.get();
                if (halted() || claimRunsOut(mail)) {
                    giveBack(List.of(mail));
                } else {
                    connection = deliver(mail, connection, recorder);
                }
                next = claimed.take();
            }
            claimed.put(next);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The database, most likely; what this worker held is recovered when its claim runs out
            failure = e;
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private boolean claimRunsOut(ClaimedMail mail) {
        Duration margin = LONGEST_CONVERSATION.compareTo(settings.lease()) < 0 ? LONGEST_CONVERSATION : Duration.ZERO;
        return clock.instant().plus(margin).isAfter(mail.claimedUntil());
    }

    /** @return the connection for the next mail, or null when a new one is needed */
    private @Nullable MailConnection deliver(ClaimedMail mail, @Nullable MailConnection open, OutcomeRecorder recorder)
            throws InterruptedException {
        OutgoingLetter letter;
        try {
            letter = composer.compose(mail);
        } catch (LetterUnusable unusable) {
            recorder.add(failed(mail, MailEventKind.NOT_MADE, null, String.valueOf(unusable.getMessage())));
            return open;
        } catch (RuntimeException attachmentFailed) {
            log.warn("The attachment of mail {} cannot be made\n{}", mail.id(), Masking.stackTrace(attachmentFailed));
            recorder.add(again(mail, MailEventKind.NOT_MADE, null, "Lampiran tidak dapat dibuat."));
            return open;
        }
        MailConnection connection = open == null ? connect(mail) : open;
        if (connection != null) {
            ServerAnswer answer = connection.send(letter);
            recorder.add(outcome(mail, answer));
            if (answer.kind() != ServerAnswer.Kind.BROKEN_OFF) {
                return connection;
            }
            connection.close();
        }
        return null;
    }

    /** A server that does not answer is no fault of the mail: it goes back as it was, and everything pauses. */
    private @Nullable MailConnection connect(ClaimedMail mail) {
        try {
            return server.connect();
        } catch (MailServerUnavailable down) {
            unavailable = down;
            giveBack(List.of(mail));
            return null;
        }
    }

    private Outcome outcome(ClaimedMail mail, ServerAnswer answer) {
        String text = Masking.text(answer.text());
        return switch (answer.kind()) {
            case ACCEPTED -> {
                accepted.incrementAndGet();
                yield ended(mail, MailEventKind.ACCEPTED, answer.code(), text, MailStatus.SENT);
            }
            case REFUSED -> failed(mail, MailEventKind.REFUSED, answer.code(), text);
            case TRY_LATER -> again(mail, MailEventKind.TRY_LATER, answer.code(), text);
            case BROKEN_OFF -> again(mail, MailEventKind.BROKEN_OFF, answer.code(), text);
        };
    }

    private Outcome again(ClaimedMail mail, MailEventKind kind, @Nullable Integer code, String text) {
        var now = clock.instant();
        return retry.next(mail, now)
                .map(later -> new Outcome(mail, kind, code, text, MailStatus.WAITING, now, later))
                .orElseGet(() -> failed(mail, kind, code, text));
    }

    private Outcome failed(ClaimedMail mail, MailEventKind kind, @Nullable Integer code, String text) {
        refused.incrementAndGet();
        return ended(mail, kind, code, text, MailStatus.FAILED);
    }

    private Outcome ended(
            ClaimedMail mail, MailEventKind kind, @Nullable Integer code, String text, MailStatus status) {
        var now = clock.instant();
        return new Outcome(mail, kind, code, text, status, now, now);
    }
}
