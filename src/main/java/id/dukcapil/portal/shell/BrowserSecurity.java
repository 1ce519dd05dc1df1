package id.dukcapil.portal.shell;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

    private static final String POLICY = "default-src 'self'; script-src %s; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; frame-src blob:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String FEATURES = "camera=(self), publickey-credentials-get=(self),"
            + " publickey-credentials-create=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
            + " bluetooth=(), midi=(), display-capture=()";

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

    /** For a page of Vaadin, whose own inline scripts carry the number of this one answer. */
    static String policyOfAPage(String nonce) {
        return POLICY.formatted("'self' 'unsafe-eval' 'nonce-" + nonce + "'");
    }
}
