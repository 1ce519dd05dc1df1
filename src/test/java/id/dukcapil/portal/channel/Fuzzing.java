package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.Permission;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sends what {@link ApiFuzz} invents to the running portal and looks at the form of every answer. */
final class Fuzzing {

    private static final int CALLERS = 8;

    /** Many, because a client that asks for too many unknown people is slowed down. */
    private static final int CLIENTS = 24;

    /** What Tomcat says to what it cannot read as HTTP: also an expectation and a transfer coding that nobody knows. */
    private static final Set<Integer> UNREADABLE = Set.of(400, 417, 501);

    private final int port;
    private final ApiFuzz fuzz;
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();

    Fuzzing(int port, ApiClients clients, long seed) throws IOException {
        this.port = port;
        try (var wire = new Wire(port)) {
            JsonNode description = wire.send("GET", "/v3/api-docs").json();
            fuzz = new ApiFuzz(description, keys(clients), seed);
        }
        assertThat(fuzz.calls()).isGreaterThan(10);
    }

    private static List<String> keys(ApiClients clients) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("admin", "", Permission.Name.API_CLIENT_EDIT));
        try {
            return IntStream.range(0, CLIENTS)
                    .mapToObj(i ->
                            clients.register("Uji acak " + UUID.randomUUID(), EnumSet.allOf(ApiScope.class), 1_000_000))
                    .map(client -> clients.issueKey(client.id(), null).text())
                    .toList();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** @return how often each status came */
    Map<Integer, Integer> send(int howMany) throws Exception {
        var callers = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> {
                    try (var wire = new Wire(port)) {
                        for (int number = next.getAndIncrement(); number < howMany; number = next.getAndIncrement()) {
                            send(wire, number);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        var counted = new TreeMap<Integer, Integer>();
        statuses.forEach((status, times) -> counted.put(status, times.get()));
        return counted;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private void send(Wire wire, int number) throws IOException {
        ApiFuzz.Invented request = fuzz.request(number);
        try {
            Wire.Reply reply = wire.send(request.bytes(), request.method());
            statuses.computeIfAbsent(reply.status(), status -> new AtomicInteger())
                    .incrementAndGet();
            String fault = fault(request, reply);
            if (fault != null) {
                faults.add("%d %s: %d %s %s%n%s"
                        .formatted(number, fault, reply.status(), reply.headers(), reply.text(), request));
            }
        } catch (SocketTimeoutException silence) {
            faults.add(number + " no answer\n" + request);
            wire.close();
        }
    }

    private static @Nullable String fault(ApiFuzz.Invented request, Wire.Reply reply) {
        boolean isUnreadable = UNREADABLE.contains(reply.status()) && reply.body().length == 0;
        if (reply.status() >= 500 && !isUnreadable) {
            return "the portal's fault";
        }
        if (reply.text().contains("Exception") || reply.text().contains("<html")) {
            return "tells too much";
        }
        boolean isRefusal = reply.status() >= 400
                && request.isForTheApi()
                && !request.method().equals("HEAD");
        return isRefusal && !isUnreadable && !isProblem(reply) ? "no problem" : null;
    }

    private static boolean isProblem(Wire.Reply reply) {
        try {
            JsonNode problem = reply.json();
            return reply.header("Content-Type").equals("application/problem+json")
                    && problem.path("type").asString().startsWith("/problems/")
                    && problem.path("status").asInt() == reply.status();
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
