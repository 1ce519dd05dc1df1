package id.dukcapil.portal.staff;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import id.dukcapil.portal.staff.signin.SignInDoor;
import id.dukcapil.portal.staff.signin.SingleSignOn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The staff portal's own door: form login, everything else denied unless a view or service says otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class StaffSecurity {

    /** Style, script and font files are the same for everybody, and a browser may keep them. */
    @Bean
    @Order(90)
    SecurityFilterChain staticFiles(HttpSecurity http) {
        http.securityMatcher(
                "/styles/**",
                "/components/**",
                "/webjars/chart.js/**",
                "/fonts/**",
                "/sounds/**",
                "/icons/**",
                "/favicon.svg");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.headers(headers -> headers.cacheControl(cache -> cache.disable()));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(csrf -> csrf.disable());
        return http.build();
    }

    /**
     * Each view and service declares its own access and denies by default. An address that leads nowhere is let through
     * to the signed-in, so that the portal's own page can say so.
     */
    @Bean
    @Order(100)
    SecurityFilterChain staffPortal(
            HttpSecurity http,
            StaffAccounts accounts,
            SecurityContextHolderStrategy securityContext,
            SignInDoor door,
            ObjectProvider<SingleSignOn> secondDoor) {
        http.addFilterAfter(new CurrentAuthorityFilter(accounts, securityContext), SecurityContextHolderFilter.class);
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView("/login").anyRequest(address -> address.authenticated()));
        http.with(door, Customizer.withDefaults());
        secondDoor.ifAvailable(singleSignOn -> http.with(singleSignOn, Customizer.withDefaults()));
        return http.build();
    }

    /**
     * Requests are measured as a whole. Measuring each filter and each question for a permission as well took a third of
     * the processor on the night on which a quota opens.
     */
    @Bean
    static SecurityObservationSettings noMeasuringOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** Permissions are authorities as they stand, without Spring's "ROLE_" in front. */
    @Bean
    static GrantedAuthorityDefaults permissionsWithoutPrefix() {
        return new GrantedAuthorityDefaults("");
    }
}
