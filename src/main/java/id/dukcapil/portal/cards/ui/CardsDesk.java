package id.dukcapil.portal.cards.ui;

import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.StockForecast;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.LineTable;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The stock of blank cards of the own office, drawn against its safety stock, where the office keeps a ledger. */
@Component
@Order(40)
class CardsDesk implements DeskContribution {

    /** Days of service that are drawn. */
    private static final int DAYS = 6;

    private final CardStocks stocks;
    private final CurrentStaff staff;

    CardsDesk(CardStocks stocks, CurrentStaff staff) {
        this.stocks = stocks;
        this.staff = staff;
    }

    @Override
    public void fill(Desk desk) {
        if (staff.may(Permission.CARDS_READ)) {
            stocks.of(staff.require().office()).ifPresent(supply -> add(desk, supply));
        }
    }

    private void add(Desk desk, CardSupply supply) {
        StockForecast forecast = stocks.forecast(supply);
        Tone tone = CardFigures.tone(supply);
        String link = CardsNavigation.ledgerOf(supply.office());
        Optional<LocalDate> end = forecast.runsOutOn();
        String lasts = end.map(day -> "habis " + Formats.longDate(day) + " dengan laju sekarang")
                .orElse("cukup lebih dari %d hari dengan laju sekarang".formatted(CardStocks.FORECAST_DAYS));
        desk.drawing(drawing(supply, forecast, lasts, link));
        boolean keepsThem = staff.may(Permission.CARDS_ENTER) || staff.may(Permission.CARDS_PLAN);
        if (keepsThem && (tone == Tone.LATE || tone == Tone.WARN)) {
            desk.urgent(new UrgentWork(
                    tone == Tone.LATE ? Urgency.NOW : Urgency.LATER,
                    null,
                    "Blangko tinggal %s keping".formatted(Formats.number(supply.stock())),
                    lasts,
                    tone == Tone.LATE ? "di bawah stok pengaman" : "",
                    tone,
                    "Buka buku blangko",
                    link));
        }
    }

    private static Sheet drawing(CardSupply supply, StockForecast forecast, String lasts, String link) {
        List<StockForecast.Point> points =
                forecast.points().stream().limit(DAYS).toList();
        var line = new LineTable.Line(
                "Sisa stok",
                points.stream()
                        .map(point -> new LineTable.Point(point.left(), null))
                        .toList());
        var table = new LineTable(
                "Akhir hari",
                points.stream().map(point -> Formats.shortDate(point.date())).toList(),
                List.of(line),
                (long) supply.safetyStock(),
                "%s; garis putus: stok pengaman %s".formatted(lasts, Formats.number(supply.safetyStock())));
        return new Sheet("Stok blangko", table).beside(new FigureLink(Formats.number(supply.stock()), link));
    }
}
