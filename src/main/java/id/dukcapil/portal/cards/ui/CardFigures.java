package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardRate;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.StockForecast;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import java.time.LocalDate;
import java.util.Optional;

/** The stock in four figures above the ledger. */
class CardFigures extends Div {

    /** With less than this many days of service left the stock needs attention. */
    private static final int DAYS_TO_WORRY = 10;

    CardFigures() {
        addClassName("figures");
    }

    void show(CardSupply supply, StockForecast forecast) {
        removeAll();
        add(
                new Figure(
                        "Stok blangko",
                        Formats.number(supply.stock()),
                        supply.belowSafety() ? "di bawah stok pengaman" : "termasuk stok pengaman",
                        tone(supply),
                        CardsNavigation.closingOf(supply.office())),
                new Figure(
                        "Stok pengaman",
                        Formats.number(supply.safetyStock()),
                        "untuk pesanan cetak %s; yang dapat dijanjikan: %s"
                                .formatted(Formats.number(supply.reserved()), Formats.number(supply.usable()))),
                rate(supply),
                end(supply, forecast));
    }

    private static Figure rate(CardSupply supply) {
        CardRate rate = supply.rate();
        if (!rate.isKnown()) {
            return new Figure("Laju pemakaian", "Belum diketahui", "perlu catatan pemakaian hari-hari lalu");
        }
        return new Figure(
                        "Laju pemakaian",
                        Formats.decimal(rate.perDay()),
                        "%d hari layanan sejak %s; %s gagal atau rusak"
                                .formatted(
                                        rate.workingDays(),
                                        Formats.date(rate.from()),
                                        Formats.percent(rate.spoiltShare())),
                        Tone.NEUTRAL,
                        "%s&jenis=%s&dari=%s"
                                .formatted(CardsNavigation.ledgerOf(supply.office()), CardEntryKind.USE, rate.from()))
                .withUnit("/hari");
    }

    private static Figure end(CardSupply supply, StockForecast forecast) {
        if (!supply.rate().isKnown()) {
            return new Figure("Perkiraan habis", "Belum diketahui", "menunggu laju pemakaian");
        }
        Optional<LocalDate> end = forecast.runsOutOn();
        return new Figure(
                "Perkiraan habis",
                end.map(Formats::longDate).orElse("Lebih dari %d hari lagi".formatted(CardStocks.FORECAST_DAYS)),
                "dengan laju pemakaian sekarang",
                end.isPresent() ? tone(supply) : Tone.OK,
                CardsNavigation.REGENCY);
    }

    static Tone tone(CardSupply supply) {
        if (supply.stock() == 0 || supply.belowSafety()) {
            return Tone.LATE;
        }
        double days = supply.rate().isKnown() ? supply.stock() / supply.rate().perDay() : DAYS_TO_WORRY;
        return days < DAYS_TO_WORRY ? Tone.WARN : Tone.OK;
    }
}
