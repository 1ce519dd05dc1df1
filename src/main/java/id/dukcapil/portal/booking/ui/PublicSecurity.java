package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.SelfService;
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

/**
 * The pages of booking that are open to everybody: no session, no cookie, no script. The one form needs no token against
 * forgery, because nobody is recognised here: what it does is allowed by the link alone, which a stranger's page does not
 * have.
 */
@Configuration(proxyBeanMethods = false)
class PublicSecurity {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String NO_FEATURES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=()";

    @Bean
    @Order(4)
    SecurityFilterChain publicBookingPages(HttpSecurity http, SelfService selfService, PublicSheet sheet)
            throws Exception {
        http.securityMatcher(
                SchedulePages.PATH, SchedulePages.PATH + "/**", CancellationPages.PATH, CancellationPages.PATH + "/**");
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(PublicSecurity::write);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.addFilterBefore(new CancellationGate(selfService, sheet), AuthorizationFilter.class);
        return http.build();
    }

    /** A link stands in the address, so the address is told to nobody. */
    private static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(features -> features.policy(NO_FEATURES));
    }
}
