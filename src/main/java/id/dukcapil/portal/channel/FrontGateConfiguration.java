package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.gate.GateSettings;
import id.dukcapil.portal.channel.gate.PlaceTokens;
import id.dukcapil.portal.channel.gate.WaitingRoom;
import id.dukcapil.portal.staff.signin.SealingKey;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** One waiting room for each process of the portal; places given by one are understood by all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateSettings.class)
class FrontGateConfiguration {

    @Bean
    WaitingRoom waitingRoom(GateSettings settings, Clock clock) {
        return new WaitingRoom(settings, clock);
    }

    /** Before the filters of Spring Security and the measuring of requests: whom it turns away pays for none of them. */
    @Bean
    FilterRegistrationBean<FrontGateFilter> frontGateFilter(
            FrontGate gate, ProblemTranslation problems, ProblemWriter writer, ApiFailures failures) {
        var registration = new FilterRegistrationBean<>(gate.filter(problems, writer, failures));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> apiErrorDispatches(ApiErrorAnswers answers) {
        var registration = new FilterRegistrationBean<>(answers.filter());
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    PlaceTokens placeTokens(SealingKey key) {
        return new PlaceTokens(key);
    }
}
