package id.dukcapil.portal.platform.pages;

import jakarta.servlet.Filter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Pages that need no account: a bean of each room that has some. They get no session, no cookie and no token against forgery,
 * because nobody is recognised there; a secret may stand in their address, so it is told to no other site.
 *
 * @param policy the Content-Security-Policy
 * @param gate what turns requests away before they are answered
 */
public record PublicPages(
        RequestMatcher paths, String policy, @Nullable Filter gate) {

    private static final String OWN_LOOKS = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " base-uri 'none'; frame-ancestors 'none'; ";

    /** Pages to read, without a form and without a script. @param roots addresses that are open with all below them */
    public static PublicPages at(String... roots) {
        var paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher[] all = Arrays.stream(roots)
                .map(root -> (RequestMatcher) paths.matcher(root + "/**"))
                .toArray(RequestMatcher[]::new);
        return new PublicPages(new OrRequestMatcher(all), OWN_LOOKS + "form-action 'none'", null);
    }

    public PublicPages withForms() {
        return allowing("form-action 'self'");
    }

    /** @param directives of a Content-Security-Policy, beside the looks of the portal itself */
    public PublicPages allowing(String directives) {
        return new PublicPages(paths, OWN_LOOKS + directives, gate);
    }

    public PublicPages behind(Filter filter) {
        return new PublicPages(paths, policy, filter);
    }
}
