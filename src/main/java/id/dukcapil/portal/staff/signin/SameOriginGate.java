package id.dukcapil.portal.staff.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a browser send here. Vaadin takes its login form and its own messages out of Spring
 * Security's CSRF check, having a token of its own for the messages only; without this a stranger's page could sign
 * somebody in to the stranger's account.
 */
class SameOriginGate extends OncePerRequestFilter {

    private static final Set<String> HARMLESS_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HARMLESS_METHODS.contains(request.getMethod()) || isFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** A program that is no browser says neither, and carries no cookie that it does not own. */
    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || hostOf(origin).equals(request.getHeader(HttpHeaders.HOST));
    }

    private static String hostOf(String origin) {
        try {
            @Nullable String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException nonsense) {
            return "";
        }
    }
}
