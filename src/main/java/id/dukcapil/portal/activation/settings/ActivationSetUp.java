package id.dukcapil.portal.activation.settings;

import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ActivationSettings.class)
class ActivationSetUp {

    @Bean
    NumberKind activations() {
        return new NumberKind("activation", new NumberPattern("IKD-{office}-{year}-{n:5}"), true);
    }
}
