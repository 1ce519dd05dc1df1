package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Stampede.Call;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some who ask for a seat up to fifty times a second while a crowd storms the same portal, each on a thread and a connection
 * of its own. The crowd's callers share one process with each other, and what one of them waits for is mostly the others;
 * who stands outside sees how fast the portal itself turns people away.
 */
final class Outsiders implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;

    private final int port;
    private final Someone who;
    private final OpenedOffices.Place where;
    private final Queue<Long> refusals = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean gone;
    private volatile @Nullable Exception failure;

    Outsiders(int howMany, int port, Someone who, OpenedOffices.Place where) {
        this.port = port;
        this.who = who;
        this.where = where;
        threads = IntStream.range(0, howMany)
                .mapToObj(number ->
                        Thread.ofPlatform().name("outsider-" + number).daemon().start(this::ask))
                .toList();
    }

    private void ask() {
        try (var caller = new BareCaller(port)) {
            while (!gone) {
                Thread.sleep(PAUSE_MILLIS);
                var call = new Call("outsider-" + UUID.randomUUID(), who);
                long start = System.nanoTime();
                if (caller.ask(call, where, null).status() == HttpURLConnection.HTTP_UNAVAILABLE) {
                    refusals.add(System.nanoTime() - start);
                }
            }
        } catch (IOException | InterruptedException e) {
            failure = e;
        }
    }

    /** In milliseconds; of refusals only. */
    double refusedWithin(double quantile) {
        if (failure != null) {
            throw new IllegalStateException("An outsider got no answer", failure);
        }
        List<Long> sorted = refusals.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * quantile)) / 1e6;
    }

    int refused() {
        return refusals.size();
    }

    @Override
    public void close() throws InterruptedException {
        gone = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
