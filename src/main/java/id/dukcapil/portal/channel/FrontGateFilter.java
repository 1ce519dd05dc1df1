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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * First filter of the API: admits no more requests than the portal can process and refuses the rest at once. Crowded
 * calls with the required scope wait for their turn in the {@link WaitingRoom}; keys that were not accepted recently are
 * looked up a few at a time, so that strangers take no places. A body is read completely before its request takes a
 * seat, so that slow senders occupy none.
 */
final class FrontGateFilter extends OncePerRequestFilter {

    static final String PLACE = "Waiting-Place";

    private static final String REFUSED = FrontGateFilter.class.getName() + ".refused";

    private final FrontGate gate;
    private final WaitingRoom room;
    private final PlaceTokens tokens;
    private final ProblemTranslation problems;
    private final ProblemWriter writer;
    private final ApiFailures failures;

    FrontGateFilter(
            FrontGate gate,
            WaitingRoom room,
            PlaceTokens tokens,
            ProblemTranslation problems,
            ProblemWriter writer,
            ApiFailures failures) {
        this.gate = gate;
        this.room = room;
        this.tokens = tokens;
        this.problems = problems;
        this.writer = writer;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiKey> key = ApiKeyFilter.presented(request);
        Optional<ApiAuthentication> caller = key.flatMap(gate::known);
        if (caller.isEmpty()) {
            caller = introduced(key, request, response, chain);
        }
        if (caller.isPresent()) {
            letIn(key.orElseThrow(), caller.get(), request, response, chain);
        }
    }

    /** Whether the key of this request was looked up at the gate and not accepted. */
    static boolean isRefused(HttpServletRequest request) {
        return request.getAttribute(REFUSED) != null;
    }

    /** The seat is held for the look-up of the key only and released before the body is read. */
    private Optional<ApiAuthentication> introduced(
            Optional<ApiKey> key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Semaphore few = gate.strangers(request);
        if (!few.tryAcquire()) {
            overloaded(response);
            return Optional.empty();
        }
        try {
            Optional<ApiAuthentication> accepted = key.flatMap(gate::introduce);
            if (accepted.isEmpty()) {
                request.setAttribute(REFUSED, true);
                chain.doFilter(request, response);
            }
            return accepted;
        } catch (DataAccessException lookUpFailed) {
            failures.answer(response, lookUpFailed);
            return Optional.empty();
        } finally {
            few.release();
        }
    }

    private void letIn(
            ApiKey key,
            ApiAuthentication caller,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest whole;
        try {
            whole = gate.bodies().read(request, caller.getPrincipal().id());
        } catch (ProblemException refused) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            turnAway(response, refused.problem());
            return;
        }
        if (gate.isCrowded(whole, caller)) {
            inTurn(key, whole, response, chain);
        } else {
            passOneOf(gate.seats(whole, caller), whole, response, chain);
        }
    }

    private void inTurn(ApiKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String holder = holder(key, request);
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

    private void passOneOf(
            List<Semaphore> seats, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (int taken = 0; taken < seats.size(); taken++) {
            if (!seats.get(taken).tryAcquire()) {
                seats.subList(0, taken).forEach(Semaphore::release);
                overloaded(response);
                return;
            }
        }
        pass(() -> seats.forEach(Semaphore::release), request, response, chain);
    }

    private void overloaded(HttpServletResponse response) throws IOException {
        gate.countTurnedAway();
        turnAway(response, problems.plain(ProblemType.OVERLOADED).retryAfter(ProblemTranslation.PAUSE_WHEN_OVERLOADED));
    }

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
