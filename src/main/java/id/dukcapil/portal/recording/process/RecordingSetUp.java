package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordingSettings.class)
class RecordingSetUp {

    @Bean
    NumberKind recordingNumbers() {
        return new NumberKind("recording", new NumberPattern("PRK-{office}-{year}-{n:5}"), true);
    }

    @Bean
    NumberKind recordingReceipts() {
        return new NumberKind("recording-receipt", new NumberPattern("400.12.2.2/{n}/TBP/{office}/{year}"), false);
    }
}
