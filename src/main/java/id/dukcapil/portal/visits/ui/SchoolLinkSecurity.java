package id.dukcapil.portal.visits.ui;

import id.dukcapil.portal.platform.pages.PublicPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of a school's link: the link alone allows what is done there. */
@Configuration(proxyBeanMethods = false)
class SchoolLinkSecurity {

    @Bean
    PublicPages pagesOfSchoolLinks() {
        return PublicPages.at(SchoolLinkPages.PATH).withForms();
    }
}
