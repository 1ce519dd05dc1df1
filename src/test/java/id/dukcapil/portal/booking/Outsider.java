package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Stampede.Call;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks for a seat fifty times a second while a crowd storms the same portal, on a thread and a connection of
 * its own. The crowd's callers share one process with each other, and what one of them waits for is mostly the others; a
 * caller of its own sees how fast the portal itself turns people away.
 */
final class Outsider implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;

    private final BareCaller caller;
    private final Someone who;
    private final OpenedOffices.Place where;
    private final List<Long> refusals = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean gone;
    private volatile @Nullable Exception failure;

    Outsider(int port, Someone who, OpenedOffices.Place where) {
        caller = new BareCaller(port);
        this.who = who;
        this.where = where;
        thread = Thread.ofPlatform().name("outsider").daemon().start(this::ask);
    }

    private void ask() {
        try (caller) {
            for (int turn = 0; !gone; turn++) {
                Thread.sleep(PAUSE_MILLIS);
                var call = new Call("outsider-" + turn, who);
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
            throw new IllegalStateException("The outsider got no answer", failure);
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
        thread.join();
    }
}
