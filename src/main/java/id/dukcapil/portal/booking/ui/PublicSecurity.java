package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.SelfService;
import id.dukcapil.portal.platform.pages.PublicPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schedule, and the page on which a booking is cancelled: what that does is allowed by its link alone. */
@Configuration(proxyBeanMethods = false)
class PublicSecurity {

    @Bean
    PublicPages publicBookingPages(SelfService selfService, PublicSheet sheet) {
        return PublicPages.at(SchedulePages.PATH, CancellationPages.PATH)
                .withForms()
                .behind(new CancellationGate(selfService, sheet));
    }
}
