package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitSettings.class)
class VisitSetUp {

    @Bean
    NumberKind visitNumbers() {
        return new NumberKind("visit", new NumberPattern("KJS-{office}-{year}-{n:5}"), true);
    }

    @Bean
    NumberKind visitAssignmentNumbers() {
        return new NumberKind("visit-assignment", new NumberPattern("800.1.11.1/{n}/KJS/{office}/{year}"), false);
    }

    @Bean
    NumberKind visitLetterNumbers() {
        return new NumberKind("visit-letter", new NumberPattern("400.12.2.2/{n}/KJS/{office}/{year}"), false);
    }
}
