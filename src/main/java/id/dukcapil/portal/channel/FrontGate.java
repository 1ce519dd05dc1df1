package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.gate.GateSettings;
import id.dukcapil.portal.channel.gate.PlaceTokens;
import id.dukcapil.portal.channel.gate.WaitingRoom;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What may be worked on at once in this process, and the figures about it. */
@Component
class FrontGate {

    private final List<CrowdedCall> crowded;
    private final WaitingRoom room;
    private final PlaceTokens tokens;
    private final KnownKeys knownKeys;
    private final ApiKeys keys;
    private final GateSettings settings;
    private final RequestBodies bodies;
    private final Semaphore atOnce;
    private final Semaphore others;
    private final Semaphore strangers;
    private final Semaphore uploads;
    private final Map<UUID, Shares> shares = new ConcurrentHashMap<>();
    private final Counter waiting;
    private final Counter turnedAway;

    FrontGate(
            GateSettings settings,
            ObjectProvider<CrowdedCall> crowded,
            WaitingRoom room,
            PlaceTokens tokens,
            KnownKeys knownKeys,
            ApiKeys keys,
            MeterRegistry figures) {
        this.crowded = crowded.stream().toList();
        this.room = room;
        this.tokens = tokens;
        this.knownKeys = knownKeys;
        this.keys = keys;
        this.settings = settings;
        bodies = new RequestBodies(settings, System::nanoTime);
        atOnce = new Semaphore(settings.atOnce(), true);
        others = new Semaphore(settings.inFlight());
        strangers = new Semaphore(settings.strangers());
        uploads = new Semaphore(settings.uploads());
        waiting = figures.counter("portal.api.turned.away", "why", "waiting-room");
        turnedAway = figures.counter("portal.api.turned.away", "why", "overloaded");
        Gauge.builder(
                        "portal.waiting.room.people",
                        room,
                        known -> known.figures().waiting())
                .register(figures);
        Gauge.builder(
                        "portal.waiting.room.in.flight",
                        room,
                        known -> known.figures().inFlight())
                .register(figures);
        Gauge.builder(
                        "portal.waiting.room.per.second",
                        room,
                        known -> known.figures().perSecond())
                .register(figures);
        Gauge.builder("portal.api.in.flight", others, free -> settings.inFlight() - free.availablePermits())
                .register(figures);
    }

    /** Share of one client in the seats of all. */
    private record Shares(Semaphore others, Semaphore uploads) {}

    FrontGateFilter filter(ProblemTranslation problems, ProblemWriter writer, ApiFailures failures) {
        return new FrontGateFilter(this, room, tokens, problems, writer, failures);
    }

    boolean isCrowded(HttpServletRequest request) {
        return crowded.stream().anyMatch(call -> call.is(request));
    }

    boolean isCrowded(HttpServletRequest request, ApiAuthentication caller) {
        return crowded.stream().anyMatch(call -> call.is(request) && call.mayBeMadeBy(caller));
    }

    RequestBodies bodies() {
        return bodies;
    }

    Optional<ApiAuthentication> known(ApiKey key) {
        return knownKeys.find(key);
    }

    /** Looks up an unknown key; a valid one is known from then on. */
    Optional<ApiAuthentication> introduce(ApiKey key) {
        Optional<ApiAuthentication> accepted = keys.accept(key);
        accepted.ifPresent(caller -> knownKeys.accepted(key, caller));
        return accepted;
    }

    /** Seats for a call of a known client that is not crowded: one of its own share and one of all. */
    List<Semaphore> seats(HttpServletRequest request, ApiAuthentication caller) {
        Shares own = shares.computeIfAbsent(
                caller.getPrincipal().id(),
                first -> new Shares(new Semaphore(settings.perClient()), new Semaphore(settings.uploadsPerClient())));
        return RequestBodies.isUpload(request) ? List.of(own.uploads(), uploads) : List.of(own.others(), others);
    }

    /**
     * For crowded calls that were let in, in the order in which they came. Who waits here has a stack of a few frames; a
     * booking at work has a hundred of them, and every collection of garbage walks through them all.
     */
    Semaphore atOnce() {
        return atOnce;
    }

    /** Seats for requests without a recently accepted key, for the look-up of the key or the refusal. */
    Semaphore strangers(HttpServletRequest request) {
        return isCrowded(request) ? strangers : others;
    }

    void countWaiting() {
        waiting.increment();
    }

    void countTurnedAway() {
        turnedAway.increment();
    }
}
