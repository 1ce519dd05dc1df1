package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.gate.Place;
import id.dukcapil.portal.channel.gate.PlaceTokens;
import id.dukcapil.portal.channel.gate.Turn;
import id.dukcapil.portal.channel.gate.WaitingRoom;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first to see a request to the API, before a key is looked up: whatever comes, no more is worked on than the portal
 * can bear, and the rest is turned away at once. Crowded calls wait for their turn in the {@link WaitingRoom}; of those
 * with a key that nobody has shown lately only a few are looked at, so that strangers take no places.
 */
final class FrontGateFilter extends OncePerRequestFilter {

    static final String PLACE = "Waiting-Place";

    private final FrontGate gate;
    private final WaitingRoom room;
    private final PlaceTokens tokens;
    private final KnownKeys knownKeys;
    private final ProblemTranslation problems;
    private final ProblemWriter writer;

    FrontGateFilter(
            FrontGate gate,
            WaitingRoom room,
            PlaceTokens tokens,
            KnownKeys knownKeys,
            ProblemTranslation problems,
            ProblemWriter writer) {
        this.gate = gate;
        this.room = room;
        this.tokens = tokens;
        this.knownKeys = knownKeys;
        this.problems = problems;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!gate.isCrowded(request)) {
            passOneOf(gate.others(), request, response, chain);
            return;
        }
        Optional<ApiKey> key = ApiKeyFilter.presented(request);
        if (key.filter(knownKeys::knows).isEmpty()) {
            passOneOf(gate.strangers(), request, response, chain);
            return;
        }
        String holder = holder(key.get(), request);
        Place shown = tokens.read(request.getHeader(PLACE), holder).orElse(null);
        switch (room.ask(shown)) {
            case Turn.Now ignored -> {
                gate.atOnce().acquireUninterruptibly();
                pass(() -> leave(response), request, response, chain);
            }
            case Turn.Later later -> {
                gate.countWaiting();
                turnAway(response, later(later, tokens.of(later.place(), holder)));
            }
        }
    }

    private void leave(HttpServletResponse response) {
        gate.atOnce().release();
        room.leave(response.getStatus() != HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    /** A place belongs to a key and a request, by which a client tells its callers apart. */
    private static String holder(ApiKey key, HttpServletRequest request) {
        return HexFormat.of().formatHex(key.hash()) + "|" + request.getHeader(IdempotentRequest.HEADER);
    }

    private Problem later(Turn.Later later, String token) {
        return Problem.of(
                        ProblemType.WAITING_ROOM,
                        "Permintaan ini nomor %d dalam antrean, perkiraan tunggu %d detik."
                                .formatted(later.position(), later.estimatedSeconds()))
                .withMembers(Map.of(
                        "place", token, "position", later.position(), "estimatedSeconds", later.estimatedSeconds()))
                .withHeader(PLACE, token)
                .retryAfter(Duration.ofSeconds(later.comeBackSeconds()));
    }

    private void passOneOf(Semaphore few, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (few.tryAcquire()) {
            pass(few::release, request, response, chain);
        } else {
            gate.countTurnedAway();
            turnAway(
                    response,
                    problems.plain(ProblemType.OVERLOADED).retryAfter(ProblemTranslation.PAUSE_WHEN_OVERLOADED));
        }
    }

    /** Says of its answer what the filters of Spring Security, which never see it, say of all others. */
    private void turnAway(HttpServletResponse response, Problem problem) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        writer.write(response, problem);
    }

    private static void pass(
            Runnable leave, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean later = false;
        try {
            chain.doFilter(request, response);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Leaving(leave));
                later = true;
            }
        } finally {
            if (!later) {
                leave.run();
            }
        }
    }

    /** For an answer that is written after this thread has gone. */
    private record Leaving(Runnable leave) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            leave.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // The container completes it afterwards
        }

        @Override
        public void onError(AsyncEvent event) {
            // The container completes it afterwards
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
