package id.dukcapil.portal.sla.ui;

import id.dukcapil.portal.platform.pages.PublicPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The form of the survey, which is open to everybody. */
@Configuration(proxyBeanMethods = false)
class SurveySecurity {

    @Bean
    PublicPages publicSurvey() {
        return PublicPages.at(SurveyPages.PATH).withForms();
    }
}
