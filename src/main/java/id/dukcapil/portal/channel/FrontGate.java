package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.gate.GateSettings;
import id.dukcapil.portal.channel.gate.PlaceTokens;
import id.dukcapil.portal.channel.gate.WaitingRoom;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
    private final Semaphore atOnce;
    private final Semaphore others;
    private final Semaphore strangers;
    private final Counter waiting;
    private final Counter turnedAway;

    FrontGate(
            GateSettings settings,
            ObjectProvider<CrowdedCall> crowded,
            WaitingRoom room,
            PlaceTokens tokens,
            KnownKeys knownKeys,
            MeterRegistry figures) {
        this.crowded = crowded.stream().toList();
        this.room = room;
        this.tokens = tokens;
        this.knownKeys = knownKeys;
        atOnce = new Semaphore(settings.atOnce(), true);
        others = new Semaphore(settings.inFlight());
        strangers = new Semaphore(settings.strangers());
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

    FrontGateFilter filter(ProblemTranslation problems, ProblemWriter writer) {
        return new FrontGateFilter(this, room, tokens, knownKeys, problems, writer);
    }

    boolean isCrowded(HttpServletRequest request) {
        return crowded.stream().anyMatch(call -> call.is(request));
    }

    /**
     * For crowded calls that were let in, in the order in which they came. Who waits here has a stack of a few frames; a
     * booking at work has a hundred of them, and every collection of garbage walks through them all.
     */
    Semaphore atOnce() {
        return atOnce;
    }

    /** For everything that is not crowded. */
    Semaphore others() {
        return others;
    }

    /** For crowded calls of whom nobody knows yet. */
    Semaphore strangers() {
        return strangers;
    }

    void countWaiting() {
        waiting.increment();
    }

    void countTurnedAway() {
        turnedAway.increment();
    }
}
