package id.dukcapil.portal.cards.ui.order;

import id.dukcapil.portal.cards.order.OrderLists;
import id.dukcapil.portal.cards.order.OrderLists.Age;
import id.dukcapil.portal.cards.order.OrderLists.Group;
import id.dukcapil.portal.cards.order.OrderLists.OrderFilter;
import id.dukcapil.portal.cards.order.OrderLists.OrderRow;
import id.dukcapil.portal.cards.order.OrderLists.PrintDay;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits in the print room and on its shelf. */
@Component
@Order(42)
class OrdersDesk implements DeskContribution {

    private final OrderLists lists;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Clock clock;

    OrdersDesk(OrderLists lists, CurrentStaff staff, Offices offices, Clock clock) {
        this.offices = offices;
        this.lists = lists;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        OfficeCode office = staff.require().office();
        if (staff.may(Permission.CARDS_PRINT)) {
            queue(desk, office);
        }
        if (staff.may(Permission.CARDS_PRINT) || staff.may(Permission.CARDS_ARRANGE)) {
            uncollected(desk, office, Age.QUARTER, "diingatkan lewat surel; hubungi yang tidak punya surel");
            uncollected(desk, office, Age.LONGER, "tarik ke brankas");
        }
    }

    private void queue(Desk desk, OfficeCode office) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), offices.find(office).orElseThrow().timeZone());
        PrintDay day = lists.day(office, today);
        desk.figure(new Figure(
                "KTP-el dicetak hari ini",
                Formats.number(day.printed()),
                "gagal %s · diserahkan %s".formatted(Formats.number(day.spoilt()), Formats.number(day.handedOver())),
                Tone.NEUTRAL,
                OrdersNavigation.QUEUE));
        var filter = filter(Group.QUEUE, office, null);
        List<OrderRow> oldest = lists.page(filter, null, 0, 1);
        if (!oldest.isEmpty()) {
            OrderRow first = oldest.getFirst();
            desk.urgent(new UrgentWork(
                    Urgency.NOW,
                    first.statusSince(),
                    "%s kartu menunggu cetak".formatted(count(filter)),
                    "yang terlama " + first.number(),
                    Formats.duration(Duration.between(first.statusSince(), clock.instant())),
                    Tone.INFO,
                    "Buka antrean cetak",
                    link(Group.QUEUE, office, null)));
        }
    }

    private void uncollected(Desk desk, OfficeCode office, Age age, String reason) {
        var filter = filter(Group.UNCOLLECTED, office, age);
        if (lists.count(filter) > 0) {
            desk.urgent(new UrgentWork(
                    Urgency.LATER,
                    null,
                    "%s kartu belum diambil %s".formatted(count(filter), age.label()),
                    reason,
                    "",
                    age == Age.LONGER ? Tone.WARN : Tone.NEUTRAL,
                    "Lihat kartunya",
                    link(Group.UNCOLLECTED, office, age)));
        }
    }

    private String count(OrderFilter filter) {
        int count = lists.count(filter);
        return count > OrderLists.COUNT_LIMIT
                ? "Lebih dari " + Formats.number(OrderLists.COUNT_LIMIT)
                : Formats.number(count);
    }

    private static OrderFilter filter(Group group, OfficeCode office, @Nullable Age age) {
        return new OrderFilter(group, office, null, age, "");
    }

    private static String link(Group group, OfficeCode office, @Nullable Age age) {
        return "%s?kantor=%s&keadaan=%s%s"
                .formatted(OrdersNavigation.QUEUE, office, group, age == null ? "" : "&umur=" + age);
    }
}
