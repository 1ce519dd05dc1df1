package id.dukcapil.portal.channel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * The door for other systems: a key in every request, no session, no cookie, no redirect to a login page. Which scope
 * a call needs stands at the controller, as {@code @PreAuthorize("hasAuthority('SCOPE_…')")}.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiKeys keys,
            KnownKeys knownKeys,
            RateLimiter limiter,
            ProblemTranslation problems,
            ProblemWriter writer,
            ApiFailures failures,
            SecurityContextHolderStrategy security)
            throws Exception {
        http.securityMatcher("/api/**");
        withoutSession(http);
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, unknown) -> writer.write(response, problems.unauthorized()))
                .accessDeniedHandler(
                        (request, response, denied) -> writer.write(response, problems.plain(ProblemType.FORBIDDEN))));
        http.addFilterAfter(new ApiBoundaryFilter(failures), HeaderWriterFilter.class);
        http.addFilterAfter(
                new ApiKeyFilter(keys, knownKeys, limiter, problems, writer, security), ApiBoundaryFilter.class);
        return http.build();
    }

    /** The description of the API and the pages that explain its problems are for everybody. */
    @Bean
    @Order(2)
    SecurityFilterChain apiDocumentation(HttpSecurity http) throws Exception {
        http.securityMatcher(
                "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html", "/problems/**");
        withoutSession(http);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** An address the firewall refuses (for instance with {@code //} or {@code ;}) leads nowhere. */
    @Bean
    RequestRejectedHandler refusedAddresses(ProblemTranslation problems, ProblemWriter writer) {
        var elsewhere = new HttpStatusRequestRejectedHandler();
        return (request, response, rejected) -> {
            if (ApiErrorAnswers.isApi(request.getRequestURI(), request)) {
                writer.write(response, problems.plain(ProblemType.NOT_FOUND));
            } else {
                elsewhere.handle(request, response, rejected);
            }
        };
    }

    private static void withoutSession(HttpSecurity http) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
    }
}
