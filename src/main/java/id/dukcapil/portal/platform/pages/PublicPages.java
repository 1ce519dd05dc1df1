package id.dukcapil.portal.platform.pages;

import jakarta.servlet.Filter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Pages that anyone may open without an account; each room with such pages defines one bean. They use no session, cookie or CSRF
 * token, since no user is identified. Their address may contain a secret, so it is never sent as a referrer.
 *
 * @param policy the Content-Security-Policy
 * @param gate may reject a request before it is handled
 */
public record PublicPages(
        RequestMatcher paths, String policy, @Nullable Filter gate) {

    private static final String OWN_ASSETS = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " base-uri 'none'; frame-ancestors 'none'; ";

    /** Read-only pages without forms or scripts. @param roots paths that are open together with everything below them */
    public static PublicPages at(String... roots) {
        var paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher[] all = Arrays.stream(roots)
                .map(root -> (RequestMatcher) paths.matcher(root + "/**"))
                .toArray(RequestMatcher[]::new);
        return new PublicPages(new OrRequestMatcher(all), OWN_ASSETS + "form-action 'none'", null);
    }

    public PublicPages withForms() {
        return allowing("form-action 'self'");
    }

    /** @param directives added to the policy, which otherwise allows only the portal's own styles, images and fonts */
    public PublicPages allowing(String directives) {
        return new PublicPages(paths, OWN_ASSETS + directives, gate);
    }

    public PublicPages behind(Filter filter) {
        return new PublicPages(paths, policy, filter);
    }
}
