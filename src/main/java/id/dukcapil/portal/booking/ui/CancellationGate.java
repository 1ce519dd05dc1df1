package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.SelfService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who tries links too often, before the database is asked. */
final class CancellationGate extends OncePerRequestFilter {

    private final SelfService selfService;
    private final PublicSheet sheet;

    CancellationGate(SelfService selfService, PublicSheet sheet) {
        this.selfService = selfService;
        this.sheet = sheet;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.startsWith(SelfService.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = selfService.refusal(request.getRemoteAddr());
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            CancellationPages.write(response, sheet, CancellationAnswer.tooMany(wait.get()));
        }
    }
}
