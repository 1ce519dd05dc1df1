package id.dukcapil.portal.channel;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns what fails in the filters behind it, for instance a database that does not answer, into a problem too. */
final class ApiBoundaryFilter extends OncePerRequestFilter {

    private final ApiFailures failures;

    ApiBoundaryFilter(ApiFailures failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            failures.answer(response, e);
        }
    }
}
