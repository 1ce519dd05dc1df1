package id.dukcapil.portal.recording.ui;

import id.dukcapil.portal.platform.pages.PublicPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public page of a code is only read. */
@Configuration(proxyBeanMethods = false)
class StatusSecurity {

    @Bean
    PublicPages publicRecordingPages() {
        return PublicPages.at(StatusPages.PATH);
    }
}
