package id.dukcapil.portal.counter.ui;

import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import id.dukcapil.portal.ServerTest;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.HallScenario.Clerk;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Devices;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 300 boards on one process while one number a second is called. A quick run has ten calls. */
@ServerTest
class BoardBench {

    private static final int BOARDS = 300;
    private static final int CALLS = Boolean.getBoolean("bench.quick") ? 10 : 60;
    private static final long P95_MS = 1_000;

    @Autowired
    HallScenario given;

    @Autowired
    Devices devices;

    @LocalServerPort
    int port;

    private final Map<String, Long> calledAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();

    @Test
    void aCallIsOnEveryBoardWithinASecond() throws Exception {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        for (int i = 0; i < CALLS; i++) {
            given.walkIn(office, CETAK_KTP);
        }
        String token = given.as("manajer", () -> devices.admit(office, Kind.BOARD, "Papan"))
                .replaceFirst(".*kunci=", "");
        var connected = new CountDownLatch(BOARDS);
        var seen = new CountDownLatch(BOARDS * CALLS);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < BOARDS; i++) {
                Thread.ofVirtual().start(() -> watch(client, office, token, connected, seen));
            }
            assertThat(connected.await(60, TimeUnit.SECONDS)).isTrue();
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            long begun = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                TimeUnit.NANOSECONDS.sleep(begun + i * 1_000_000_000L - System.nanoTime());
                long now = System.nanoTime();
                Ticket ticket = given.rows
                        .waiting(office, given.hall.today(given.hall.office(office)))
                        .getFirst();
                calledAt.put(ticket.label(), now);
                clerk.calls();
                clerk.finishes(ticket);
            }
            boolean all = seen.await(15, TimeUnit.SECONDS);
            double seconds = (System.nanoTime() - begun) / 1e9;
            List<Long> sorted = millis.stream().sorted().toList();
            long p95 = sorted.get((int) (sorted.size() * 0.95));
            Runtime heap = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "BENCH board boards=%d calls=%d p50=%d ms p95=%d ms (must <= %d) cpu=%.2f cores heap=%d MB (clients in it)%n",
                    BOARDS,
                    CALLS,
                    sorted.get(sorted.size() / 2),
                    p95,
                    P95_MS,
                    (system.getProcessCpuTime() - cpu) / 1e9 / seconds,
                    (heap.totalMemory() - heap.freeMemory()) / 1_048_576);
            assertThat(all).as("every call reached every board").isTrue();
            assertThat(p95).isLessThanOrEqualTo(P95_MS);
            client.shutdownNow();
        }
    }

    private void watch(
            HttpClient client, OfficeCode office, String token, CountDownLatch connected, CountDownLatch seen) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/papan/%s/aliran".formatted(port, office)))
                .header("Cookie", "perangkat=" + token)
                .build();
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            var last = new String[] {""};
            lines.filter(line -> line.startsWith("data:{")).forEach(line -> {
                connected.countDown();
                int at = line.indexOf("\"number\":\"");
                String number = at < 0 ? "" : line.substring(at + 10, line.indexOf('"', at + 10));
                Long called = calledAt.get(number);
                if (called != null && !number.equals(last[0])) {
                    last[0] = number;
                    millis.add((System.nanoTime() - called) / 1_000_000);
                    seen.countDown();
                }
            });
        } catch (java.io.IOException | java.io.UncheckedIOException ended) {
            // the measurement is over
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
