package id.dukcapil.portal.signing.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The one page that is open to everybody: no session, no cookie, no script. Its forms need no token against forgery,
 * because they change nothing and nobody is recognised here: a stranger's page that sends them learns and does nothing
 * that it could not by itself.
 */
@Configuration(proxyBeanMethods = false)
class VerificationSecurity {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String NO_FEATURES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=()";

    @Bean
    @Order(3)
    SecurityFilterChain publicDocumentCheck(HttpSecurity http, VerificationLimits limits, VerificationSheet sheet)
            throws Exception {
        http.securityMatcher(VerificationPages.PATH, VerificationPages.PATH + "/**");
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(VerificationSecurity::write);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.addFilterBefore(new VerificationGate(limits, sheet), AuthorizationFilter.class);
        return http.build();
    }

    /** The code stands in the address, so the address is told to nobody, and to no search engine. */
    private static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(features -> features.policy(NO_FEATURES))
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"));
    }
}
