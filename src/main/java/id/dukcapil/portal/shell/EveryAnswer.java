package id.dukcapil.portal.shell;

import id.dukcapil.portal.channel.ApiErrorAnswers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Configuration of the web servers of both ports. The management port has a context of its own, which finds this class
 * through {@code META-INF/spring/…ManagementContextConfiguration.imports}; the main one finds it by scanning.
 */
@ManagementContextConfiguration(proxyBeanMethods = false)
class EveryAnswer {

    @Bean
    FilterRegistrationBean<AnswerHeadersFilter> answerHeadersFilter() {
        var registration = new FilterRegistrationBean<>(new AnswerHeadersFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UndecodableAddresses> undecodableAddresses() {
        var registration = new FilterRegistrationBean<>(new UndecodableAddresses());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> answersToUnreadableRequests(ApiErrorAnswers api) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new UnreadableRequests(api)));
    }

    /**
     * Answers 400 to an address with a parameter that Tomcat ignores and Spring cannot decode ({@code /jadwal;x=%zz}); Spring
     * would fail on it with 500.
     */
    static final class UndecodableAddresses extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                ServletRequestPathUtils.parseAndCache(request);
            } catch (IllegalArgumentException undecodable) {
                response.sendError(HttpStatus.BAD_REQUEST.value());
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
