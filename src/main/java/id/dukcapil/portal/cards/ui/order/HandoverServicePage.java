package id.dukcapil.portal.cards.ui.order;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.ServicePage;
import id.dukcapil.portal.counter.Ticket;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads from a called ticket to the card of its person. */
@Component
class HandoverServicePage implements ServicePage {

    @Override
    public boolean serves(ServiceCode service) {
        return service.equals(ServiceCode.PENGAMBILAN);
    }

    @Override
    public Permission permission() {
        return Permission.CARDS_HAND_OVER;
    }

    @Override
    public String label() {
        return "Buka penyerahan";
    }

    @Override
    public Optional<String> address(Ticket ticket) {
        return Optional.of(OrdersNavigation.HAND_OVER + "?" + OrdersNavigation.TICKET + "=" + ticket.id());
    }
}
