package id.dukcapil.portal.shell;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What a browser may do with anything the portal answers: pages, files, the API and errors alike. What Vaadin forces
 * upon the pages, and why, stands in docs/decisions/0022.
 */
@Configuration(proxyBeanMethods = false)
class BrowserSecurity {

    static final String HEADER = "Content-Security-Policy";
    static final String FRAMES = "X-Frame-Options";

    private static final String POLICY = "default-src 'self'; script-src %s; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; frame-src blob:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String FEATURES = "camera=(self), publickey-credentials-get=(self),"
            + " publickey-credentials-create=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
            + " bluetooth=(), midi=(), display-capture=()";

    private static final Map<String, String> ALWAYS = Map.of(
            HEADER,
            POLICY.formatted("'self'"),
            "X-Content-Type-Options",
            "nosniff",
            FRAMES,
            "DENY",
            "Referrer-Policy",
            ReferrerPolicy.SAME_ORIGIN.getPolicy(),
            "Permissions-Policy",
            FEATURES,
            "Cross-Origin-Opener-Policy",
            CrossOriginOpenerPolicy.SAME_ORIGIN.getPolicy(),
            "Cross-Origin-Resource-Policy",
            CrossOriginResourcePolicy.SAME_ORIGIN.getPolicy(),
            HttpHeaders.CACHE_CONTROL,
            "no-store");

    private static final Map<String, String> OVER_TLS = with("Strict-Transport-Security", "max-age=31536000");

    /** Spring Security gives it to every chain of filters. */
    @Bean
    Customizer<HttpSecurity> headersOfEveryAnswer() {
        return http -> http.headers(BrowserSecurity::write);
    }

    private static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY.formatted("'self'")))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(features -> features.policy(FEATURES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
    }

    /** For answers that Spring Security does not reach, or reaches too late. */
    static Map<String, String> headers(boolean secure) {
        return secure ? OVER_TLS : ALWAYS;
    }

    /** For a page of Vaadin, whose own inline scripts carry the number of this one answer. */
    static String policyOfAPage(String nonce) {
        return POLICY.formatted("'self' 'unsafe-eval' 'nonce-" + nonce + "'");
    }

    private static Map<String, String> with(String name, String value) {
        var all = new HashMap<>(ALWAYS);
        all.put(name, value);
        return Map.copyOf(all);
    }
}
