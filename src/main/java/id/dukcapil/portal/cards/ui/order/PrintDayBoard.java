package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.order.OrderLists;
import id.dukcapil.portal.cards.order.OrderLists.Group;
import id.dukcapil.portal.cards.order.OrderLists.PrintDay;
import id.dukcapil.portal.cards.ui.OpenDays;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.DayBoardContribution;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.LocalDate;
import java.util.Optional;

/** Printing and hand-over on Papan hari ini. */
@org.springframework.stereotype.Component
class PrintDayBoard implements DayBoardContribution {

    private final OrderLists lists;
    private final CardClosings closings;
    private final CurrentStaff staff;

    PrintDayBoard(OrderLists lists, CardClosings closings, CurrentStaff staff) {
        this.lists = lists;
        this.closings = closings;
        this.staff = staff;
    }

    @Override
    public Optional<Component> of(OfficeCode office, LocalDate day) {
        if (!staff.may(Permission.CARDS_READ)) {
            return Optional.empty();
        }
        PrintDay today = lists.day(office, day);
        var openDays = new OpenDays(closings);
        openDays.show(office);
        return today.isEmpty() && !openDays.isVisible()
                ? Optional.empty()
                : Optional.of(sheet(today, office).padded(openDays));
    }

    private static Sheet sheet(PrintDay today, OfficeCode office) {
        return new Sheet("Cetak dan penyerahan KTP-el")
                .padded(Figure.row(
                        new Figure(
                                "Tercetak",
                                Formats.number(today.printed()),
                                today.spoilt() == 0 ? "" : "%d gagal atau rusak".formatted(today.spoilt())),
                        new Figure("Diserahkan", Formats.number(today.handedOver()), ""),
                        figure("Menunggu cetak", today.waiting(), Group.QUEUE, office),
                        figure("Belum diambil", today.uncollected(), Group.UNCOLLECTED, office)));
    }

    private static Figure figure(String caption, int count, Group group, OfficeCode office) {
        return new Figure(
                caption,
                Formats.number(count),
                "sekarang",
                Tone.NEUTRAL,
                "%s?kantor=%s&keadaan=%s".formatted(OrdersNavigation.QUEUE, office, group));
    }
}
