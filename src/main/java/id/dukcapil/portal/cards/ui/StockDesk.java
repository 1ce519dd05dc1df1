package id.dukcapil.portal.cards.ui;

import id.dukcapil.portal.cards.regency.OfficeStock;
import id.dukcapil.portal.cards.regency.RegencyStocks;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.BarTable.Bar;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For how many days the blanks of each office last, for those who look after all offices. */
@Component
@Order(41)
class StockDesk implements DeskContribution {

    private static final double FEW = 5;
    private static final double MOST_DRAWN = 20;
    private static final int SHOWN = 6;

    private final RegencyStocks stocks;
    private final CurrentStaff staff;

    StockDesk(RegencyStocks stocks, CurrentStaff staff) {
        this.stocks = stocks;
        this.staff = staff;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.CARDS_READ) || !staff.may(Permission.OFFICE_SPAN)) {
            return;
        }
        List<OfficeStock> all = stocks.all();
        if (all.size() > 1) {
            long few = all.stream().filter(office -> office.daysLeft() < FEW).count();
            List<Bar> bars = all.stream().limit(SHOWN).map(StockDesk::bar).toList();
            desk.drawing(new Sheet(
                            "Blangko di semua kantor",
                            new BarTable("Kantor", "Hari", bars)
                                    .note(
                                            "hari layanan dengan laju sekarang, yang paling dahulu habis di atas; garis: 5"
                                                    + " hari"))
                    .beside(new FigureLink(
                            few == 0 ? "semua cukup" : "%s kantor kurang".formatted(Formats.number(few)),
                            CardsNavigation.REGENCY)));
        }
    }

    private static Bar bar(OfficeStock office) {
        double days = office.daysLeft();
        boolean known = !Double.isInfinite(days);
        return new Bar(
                office.name(),
                Math.min(days, MOST_DRAWN),
                FEW,
                known ? Formats.decimal(days) : "–",
                CardsNavigation.ledgerOf(office.office()),
                days < FEW ? Tone.LATE : Tone.NEUTRAL);
    }
}
