package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.platform.pages.PublicPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The check of a document. A stranger's page that sends one of its forms learns and does nothing that it could not by itself,
 * because they change nothing.
 */
@Configuration(proxyBeanMethods = false)
class VerificationSecurity {

    @Bean
    PublicPages publicDocumentCheck(VerificationLimits limits, VerificationSheet sheet) {
        return PublicPages.at(VerificationPages.PATH).withForms().behind(new VerificationGate(limits, sheet));
    }
}
