package id.dukcapil.portal.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 421 (RFC 9110, 15.5.20) to a request whose {@code Host} is none of the portal's, which would otherwise get
 * into links, or come from a page that had its own name point here. The portal's hosts are those of the addresses in
 * the configuration and {@code portal.hosts}; the loopback names always work. Without any of them nothing is checked.
 */
final class HostGate extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");
    private static final Set<String> ADDRESSES = Set.of(
            "portal.booking.public-address", "portal.recording.public-address", "portal.signing.verification.address");
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"Alamat ini bukan alamat portal\",\"status\":421}";

    private final Set<String> hosts;

    /** @param hosts names without a port; empty: all are let in */
    HostGate(Collection<String> hosts) {
        this.hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty() && !LOOPBACK.contains(host))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        if (hosts.isEmpty() || hosts.contains(host) || LOOPBACK.contains(host)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(PROBLEM);
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<HostGate> hostGate(Environment environment) {
            Stream<String> named = Stream.of(environment.getProperty("portal.hosts", String[].class, new String[0]));
            Stream<String> configured = ADDRESSES.stream()
                    .map(key -> environment.getProperty(key, URI.class, URI.create("")))
                    .flatMap(address -> Stream.ofNullable(address.getHost()));
            var registration = new FilterRegistrationBean<>(
                    new HostGate(Stream.concat(named, configured).toList()));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            return registration;
        }
    }
}
