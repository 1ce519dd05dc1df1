package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingScenario.Someone;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

    private final URI address;
    private final byte[] booking;
    private final List<Long> refusals = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean gone;
    private volatile @Nullable Exception failure;

    Outsider(int port, Someone who, String office, LocalDate day) {
        address = URI.create("http://localhost:" + port + "/api/v1/bookings");
        booking = """
                {"nik": "%s", "fullName": "%s", "email": "pemohon@contoh.id", "phone": "081234567890",
                 "office": "%s", "date": "%s"}""".formatted(who.nik().value(), who.name(), office, day).getBytes(StandardCharsets.UTF_8);
        thread = Thread.ofPlatform().name("outsider").daemon().start(this::ask);
    }

    private void ask() {
        try {
            for (int turn = 0; !gone; turn++) {
                Thread.sleep(PAUSE_MILLIS);
                long start = System.nanoTime();
                if (status("outsider-" + turn) == HttpURLConnection.HTTP_UNAVAILABLE) {
                    refusals.add(System.nanoTime() - start);
                }
            }
        } catch (IOException | InterruptedException e) {
            failure = e;
        }
    }

    private int status(String key) throws IOException {
        var call = (HttpURLConnection) address.toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setRequestProperty("Authorization", "Bearer demo-bds");
        call.setRequestProperty("Content-Type", "application/json");
        call.setRequestProperty("Idempotency-Key", key);
        call.getOutputStream().write(booking);
        int status = call.getResponseCode();
        try (InputStream answer = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            // Read to its end, or the connection is not used again
            answer.readAllBytes();
        }
        return status;
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
