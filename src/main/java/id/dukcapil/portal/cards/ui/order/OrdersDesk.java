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
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cards to print and cards on the shelf of the own office, for those who print. */
@Component
@Order(22)
class OrdersDesk implements DeskContribution {

    private final OrderLists lists;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Clock clock;

    OrdersDesk(OrderLists lists, CurrentStaff staff, Offices offices, Clock clock) {
        this.lists = lists;
        this.staff = staff;
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.CARDS_PRINT)) {
            return;
        }
        Office office = offices.find(staff.require().office()).orElseThrow();
        PrintDay day = lists.day(office.code(), LocalDate.ofInstant(clock.instant(), office.timeZone()));
        desk.figure(new Figure(
                "KTP-el dicetak hari ini",
                Formats.number(day.printed()),
                "gagal %s · diserahkan %s".formatted(Formats.number(day.spoilt()), Formats.number(day.handedOver())),
                Tone.NEUTRAL,
                OrdersNavigation.QUEUE));
        if (day.waiting() > 0) {
            desk.urgent(waiting(office.code(), day.waiting()));
        }
        int old = lists.ages(office.code()).getOrDefault(Age.LONGER, 0);
        if (old > 0) {
            desk.urgent(new UrgentWork(
                    Urgency.LATER,
                    null,
                    "%s kartu belum diambil lebih dari 90 hari".formatted(Formats.number(old)),
                    "dari %s kartu di rak".formatted(Formats.number(day.uncollected())),
                    "",
                    Tone.NEUTRAL,
                    "Buka antrean cetak",
                    OrdersNavigation.QUEUE));
        }
    }

    private UrgentWork waiting(OfficeCode office, int waiting) {
        List<OrderRow> first = lists.page(new OrderFilter(Group.QUEUE, office, null, null, ""), null, 0, 1);
        return new UrgentWork(
                Urgency.TODAY,
                first.isEmpty() ? null : first.getFirst().createdAt(),
                "%s kartu menunggu dicetak".formatted(Formats.number(waiting)),
                first.isEmpty()
                        ? ""
                        : "tertua %s, dipesan %s yang lalu"
                                .formatted(
                                        first.getFirst().number(),
                                        Formats.duration(Duration.between(
                                                first.getFirst().createdAt(), clock.instant()))),
                "",
                Tone.NEUTRAL,
                "Cetak",
                OrdersNavigation.QUEUE);
    }
}
