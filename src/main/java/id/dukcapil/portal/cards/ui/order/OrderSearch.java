package id.dukcapil.portal.cards.ui.order;

import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderLists;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Print orders in the search box: by number, or by the whole NIK of whose card is still in the office. */
@Component
class OrderSearch extends PermittedSearch {

    private final OrderLists lists;
    private final Organisation organisation;

    OrderSearch(OrderLists lists, CurrentStaff staff, Organisation organisation) {
        super("Cetak KTP-el", 19, Permission.CARDS_READ, staff);
        this.lists = lists;
        this.organisation = organisation;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        Nik nik = Nik.parse(text).value().orElse(null);
        Optional<OrderDetails> found =
                nik != null ? lists.readyOf(nik) : SearchSource.number(text).flatMap(lists::find);
        return found.map(this::hit).stream().toList();
    }

    private Hit hit(OrderDetails order) {
        return new Hit(
                "%s · %s".formatted(order.number(), order.name()),
                "%s · %s · %s"
                        .formatted(
                                order.reason().label(),
                                Formats.shortDateTime(order.createdAt(), organisation.timeZone()),
                                order.status().label()),
                OrdersNavigation.queue(order.number()));
    }
}
