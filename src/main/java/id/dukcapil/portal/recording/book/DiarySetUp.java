package id.dukcapil.portal.recording.book;

import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DiarySettings.class)
class DiarySetUp {

    @Bean
    NumberKind diaryLines() {
        return new NumberKind("bhppk", new NumberPattern("{n}/{office}/{year}"), false);
    }
}
