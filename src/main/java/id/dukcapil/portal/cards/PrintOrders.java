package id.dukcapil.portal.cards;

import id.dukcapil.portal.cards.order.OrderRequests;
import id.dukcapil.portal.cards.order.Printers;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What procedures ask of the print room. It knows none of them and answers by {@link CardHandedOver}. */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class PrintOrders {

    private final OrderRequests requests;
    private final Printers printers;

    PrintOrders(OrderRequests requests, Printers printers) {
        this.requests = requests;
        this.printers = printers;
    }

    /**
     * Asks for a card of a person whose record is ready to print. A person with an open order gets no second one: that order
     * then serves this request too.
     */
    @PreAuthorize("hasAnyAuthority('CARDS_PRINT', 'CARDS_HAND_OVER', 'BOOKING_CHECK_IN', 'RECORDING_STATUS')")
    public PrintAnswer request(PrintRequest request) {
        return requests.request(request);
    }

    /** The order that was asked for a case last. */
    @PreAuthorize("hasAnyAuthority('CARDS_READ', 'BOOKING_READ', 'COUNTER_SERVE', 'RECORDING_READ')")
    public Optional<PrintProgress> ofReference(String reference) {
        return requests.ofReference(reference);
    }

    /** Which of these orders have a card, with the time at which it came to the shelf. */
    public Map<String, Instant> printed(Collection<String> orders) {
        return requests.printed(orders);
    }

    /** The card of that person, if it lies ready to be fetched. */
    public Optional<PrintProgress> waiting(Nik nik) {
        return requests.waiting(nik);
    }

    /** How many cards the printers of an office print a day; nothing where no printer is registered. */
    @PreAuthorize("hasAnyAuthority('CARDS_READ', 'QUOTA_READ')")
    public OptionalInt dailyCapacity(OfficeCode office) {
        return printers.capacity(office);
    }
}
