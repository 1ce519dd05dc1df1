package id.dukcapil.portal.channel;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who shows a valid key and has not used up this minute's requests. */
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final KnownKeys knownKeys;
    private final RateLimiter limiter;
    private final ProblemTranslation problems;
    private final ProblemWriter writer;
    private final SecurityContextHolderStrategy security;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    ApiKeyFilter(
            ApiKeys keys,
            KnownKeys knownKeys,
            RateLimiter limiter,
            ProblemTranslation problems,
            ProblemWriter writer,
            SecurityContextHolderStrategy security) {
        this.keys = keys;
        this.knownKeys = knownKeys;
        this.limiter = limiter;
        this.problems = problems;
        this.writer = writer;
        this.security = security;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiAuthentication> accepted = FrontGateFilter.isRefused(request)
                ? Optional.empty()
                : presented(request).flatMap(this::accept);
        if (accepted.isEmpty()) {
            writer.write(response, problems.unauthorized());
            return;
        }
        ApiAuthentication caller = accepted.get();
        Optional<Duration> wait = limiter.refusal(caller.getPrincipal().id(), caller.requestsPerMinute());
        if (wait.isPresent()) {
            writer.write(response, rateLimited(caller, wait.get()));
            return;
        }
        remember(caller, request, response);
        chain.doFilter(request, response);
    }

    private Optional<ApiAuthentication> accept(ApiKey key) {
        Optional<ApiAuthentication> accepted = keys.accept(key);
        if (accepted.isPresent()) {
            knownKeys.accepted(key, accepted.get());
        } else {
            knownKeys.refused(key);
        }
        return accepted;
    }

    static Optional<ApiKey> presented(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String text = header.substring(BEARER.length()).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(new ApiKey(text));
    }

    private static Problem rateLimited(ApiAuthentication caller, Duration wait) {
        return Problem.of(
                        ProblemType.RATE_LIMITED,
                        "Batas %d permintaan per menit sudah tercapai.".formatted(caller.requestsPerMinute()))
                .retryAfter(wait);
    }

    private void remember(ApiAuthentication caller, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = security.createEmptyContext();
        context.setAuthentication(caller);
        security.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
