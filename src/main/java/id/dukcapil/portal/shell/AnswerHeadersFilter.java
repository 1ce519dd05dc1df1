package id.dukcapil.portal.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the headers of {@link BrowserSecurity} before anything else runs. Spring Security alone misses Vaadin's pages,
 * which are committed before it writes, and every answer given outside its filters: refusals of the gate and of the
 * firewall, and error pages.
 */
final class AnswerHeadersFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Answer(response, BrowserSecurity.headers(request.isSecure())));
    }

    /**
     * Hides the defaults from Spring Security, which never replaces a header that is set, so that the stricter policy of a
     * public page takes their place.
     */
    private static final class Answer extends HttpServletResponseWrapper {

        private final Map<String, String> defaults;
        private final Set<String> replaceable = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        private Answer(HttpServletResponse response, Map<String, String> defaults) {
            super(response);
            this.defaults = defaults;
            setDefaults();
        }

        private void setDefaults() {
            defaults.forEach((name, value) -> {
                if (!super.containsHeader(name)) {
                    super.setHeader(name, value);
                    replaceable.add(name);
                }
            });
        }

        @Override
        public void reset() {
            super.reset();
            setDefaults();
        }

        @Override
        public boolean containsHeader(String name) {
            return super.containsHeader(name) && !replaceable.contains(name);
        }

        /** Vaadin would allow the portal to frame itself, which it does nowhere. */
        @Override
        public void setHeader(String name, String value) {
            if (!BrowserSecurity.FRAMES.equalsIgnoreCase(name)) {
                replaceable.remove(name);
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (replaceable.contains(name)) {
                setHeader(name, value);
            } else if (!BrowserSecurity.FRAMES.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            }
        }
    }
}
