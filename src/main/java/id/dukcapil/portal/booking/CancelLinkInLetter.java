package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.MailSecret;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the link for cancelling into the letters about a booking. Who has the link can cancel, so it does not lie in the
 * outbox: it is made when the letter leaves, and members of staff who look at the letter see where it would be.
 */
@Component
class CancelLinkInLetter {

    private static final String PLACEHOLDER = "cancelLink";

    private final Bookings bookings;
    private final CancelLinks links;

    CancelLinkInLetter(Bookings bookings, CancelLinks links) {
        this.bookings = bookings;
        this.links = links;
    }

    /** Of a booking that can no longer be cancelled there is no link, and the letter goes without. */
    @Transactional(readOnly = true)
    public Map<String, String> of(Map<String, String> facts) {
        return Map.of(
                PLACEHOLDER,
                Optional.ofNullable(facts.get(BookingMails.CODE))
                        .flatMap(bookings::findByCode)
                        .filter(booking -> booking.status().canBecome(BookingStatus.CANCELLED))
                        .map(links::of)
                        .orElse(""));
    }

    /** Not private, because it is called through the proxy that opens transactions. */
    Map<String, String> covered() {
        return Map.of(PLACEHOLDER, links.address("••••••"));
    }

    private record In(String template, CancelLinkInLetter link) implements MailSecret {

        @Override
        public Optional<Map<String, String>> of(Map<String, String> facts) {
            return Optional.of(link.of(facts));
        }

        @Override
        public Map<String, String> covered() {
            return link.covered();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        MailSecret cancelLinkInConfirmation(CancelLinkInLetter link) {
            return new In(BookingMails.CONFIRMED, link);
        }

        @Bean
        MailSecret cancelLinkInChange(CancelLinkInLetter link) {
            return new In(BookingMails.MOVED, link);
        }

        @Bean
        MailSecret cancelLinkInReminder(CancelLinkInLetter link) {
            return new In(BookingMails.REMINDER, link);
        }
    }
}
