package id.dukcapil.portal.counter.board;

import id.dukcapil.portal.common.AfterCommit;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.TicketEvent;
import id.dukcapil.portal.staff.Office;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events to boards and telephones. Every event carries the whole state, so a line that was cut needs nothing but
 * the next one. An office is read when something happened in this process, and twice a second for what happened in others.
 */
@Component
public class Streams implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PING = Duration.ofSeconds(10);
    private static final int MOST = 2_000;

    private final Boards boards;
    private final Clock clock;
    private final Map<OfficeCode, Channel> channels = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AfterCommit<OfficeCode> changed = new AfterCommit<>(offices -> offices.stream()
            .distinct()
            .map(channels::get)
            .filter(Objects::nonNull)
            .forEach(Channel::wake));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hall-boards").factory());
    private volatile boolean ended;

    Streams(Boards boards, Clock clock) {
        this.boards = boards;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @EventListener
    void on(TicketEvent event) {
        changed.add(event.ticket().office());
    }

    /**
     * The board of an office.
     *
     * @param admitted asked with every ping; the stream ends when it no longer holds
     * @return nothing when too many streams are open
     */
    public Optional<SseEmitter> board(Office office, BooleanSupplier admitted) {
        Channel channel = channels.computeIfAbsent(office.code(), code -> new Channel(office));
        return open(channel, channel::state, admitted);
    }

    /** Something else that changes when the office does; {@code state} is read anew each time and sent when it differs. */
    public Optional<SseEmitter> other(Office office, Supplier<Object> state) {
        return open(
                channels.computeIfAbsent(office.code(), code -> new Channel(office)),
                () -> JSON.writeValueAsString(state.get()),
                () -> true);
    }

    private Optional<SseEmitter> open(Channel channel, Supplier<String> state, BooleanSupplier admitted) {
        if (ended || open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            return Optional.empty();
        }
        var emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("hall-stream").start(() -> run(channel, state, admitted, emitter));
        return Optional.of(emitter);
    }

    private void run(Channel channel, Supplier<String> state, BooleanSupplier admitted, SseEmitter emitter) {
        channel.listeners.incrementAndGet();
        try {
            long seen = -1;
            String sent = null;
            while (!ended && admitted.getAsBoolean()) {
                String now = state.get();
                if (now.equals(sent)) {
                    emitter.send(SseEmitter.event().name("ping").data(clock.millis()));
                } else {
                    emitter.send(SseEmitter.event()
                            .id(Long.toString(clock.millis()))
                            .reconnectTime(1_000)
                            .name("state")
                            .data("{\"now\":%d,\"state\":%s}".formatted(clock.millis(), now), MediaType.TEXT_PLAIN));
                    sent = now;
                }
                seen = channel.await(seen);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The listener disconnected
            emitter.complete();
        } catch (DataAccessException | TransactionException away) {
            log.debug("A stream of the hall ends because the database is away", away);
            emitter.complete();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            channel.listeners.decrementAndGet();
            open.decrementAndGet();
        }
    }

    private void look() {
        channels.values().stream()
                .filter(channel -> channel.listeners.get() > 0)
                .forEach(channel -> {
                    try {
                        channel.read();
                    } catch (DataAccessException | TransactionException away) {
                        log.debug("The hall of {} cannot be read now", channel.office.code(), away);
                    }
                });
    }

    @Override
    public void destroy() {
        ended = true;
        timer.shutdownNow();
        channels.values().forEach(Channel::wake);
    }

    /** The state of one office, read once for all who look. */
    private final class Channel {

        private final Office office;
        private final AtomicInteger listeners = new AtomicInteger();
        private long version;
        private @Nullable String state;

        Channel(Office office) {
            this.office = office;
        }

        String state() {
            String known;
            synchronized (this) {
                known = listeners.get() > 1 ? state : null;
            }
            return known == null ? read() : known;
        }

        String read() {
            String now = JSON.writeValueAsString(boards.now(office));
            synchronized (this) {
                if (!now.equals(state)) {
                    state = now;
                    version++;
                    notifyAll();
                }
            }
            return now;
        }

        /** Reads on a thread of its own: the one that comes from the commit goes on to its answer. */
        void wake() {
            if (ended) {
                synchronized (this) {
                    version++;
                    notifyAll();
                }
            } else if (listeners.get() > 0) {
                timer.execute(Streams.this::look);
            }
        }

        synchronized long await(long seen) throws InterruptedException {
            long until = System.nanoTime() + PING.toNanos();
            while (version == seen && !ended) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                wait(left);
            }
            return version;
        }
    }
}
