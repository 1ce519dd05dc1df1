package id.dukcapil.portal.platform.pages;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** One security filter chain for the public pages of all rooms. */
@Configuration(proxyBeanMethods = false)
class PublicPagesSecurity {

    private static final String NO_FEATURES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=()";

    @Bean
    @Order(3)
    SecurityFilterChain publicPages(HttpSecurity http, List<PublicPages> rooms) throws Exception {
        http.securityMatcher(
                new OrRequestMatcher(rooms.stream().map(PublicPages::paths).toArray(RequestMatcher[]::new)));
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(features -> features.policy(NO_FEATURES)));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.addFilterBefore(new PagesFilter(rooms), AuthorizationFilter.class);
        return http.build();
    }

    /** Sets the policy of the requested pages before the default one is written, then applies their gate. */
    private static final class PagesFilter extends OncePerRequestFilter {

        private final List<PublicPages> rooms;

        PagesFilter(List<PublicPages> rooms) {
            this.rooms = rooms;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            PublicPages asked = rooms.stream()
                    .filter(pages -> pages.paths().matches(request))
                    .findFirst()
                    .orElseThrow();
            response.setHeader("Content-Security-Policy", asked.policy());
            Filter gate = asked.gate();
            if (gate == null) {
                chain.doFilter(request, response);
            } else {
                gate.doFilter(request, response, chain);
            }
        }
    }
}
