package id.dukcapil.portal.booking.api;

import id.dukcapil.portal.channel.ApiScope;
import id.dukcapil.portal.channel.CrowdedCall;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** At the hour at which a day opens, everybody books at once. */
@Configuration(proxyBeanMethods = false)
class BookingCrowd {

    @Bean
    CrowdedCall bookingIsCrowded() {
        return new CrowdedCall(HttpMethod.POST, "/api/v1/bookings", ApiScope.BOOKING);
    }
}
