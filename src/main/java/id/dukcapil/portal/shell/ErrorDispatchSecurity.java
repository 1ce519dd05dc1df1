package id.dukcapil.portal.shell;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets the container show its error page: without this the refusal of a request would be refused an explanation, and the
 * browser would get an empty answer. Only the forward inside the server passes here, never a request from outside.
 */
@Configuration(proxyBeanMethods = false)
class ErrorDispatchSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain errorPages(HttpSecurity http) throws Exception {
        http.securityMatcher(request -> request.getDispatcherType() == DispatcherType.ERROR)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable());
        return http.build();
    }
}
