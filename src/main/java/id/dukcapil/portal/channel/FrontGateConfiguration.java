package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.gate.GateSettings;
import id.dukcapil.portal.channel.gate.PlaceTokens;
import id.dukcapil.portal.channel.gate.WaitingRoom;
import id.dukcapil.portal.staff.signin.SealingKey;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One waiting room for each process of the portal; places given by one are understood by all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateSettings.class)
class FrontGateConfiguration {

    @Bean
    WaitingRoom waitingRoom(GateSettings settings, Clock clock) {
        return new WaitingRoom(settings, clock);
    }

    @Bean
    PlaceTokens placeTokens(SealingKey key) {
        return new PlaceTokens(key);
    }
}
