package id.dukcapil.portal.cards.regency;

import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.AlertMeasure.Reading;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SupplyForecast;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For how many days of service the blanks of each office last, for whoever wants to be told. */
@Configuration(proxyBeanMethods = false)
class DaysOfStock {

    private static final int FEW = 5;

    @Bean
    AlertMeasure daysOfCardStock(CardStocks stocks) {
        return new AlertMeasure(
                "card-days",
                "Blangko hampir habis",
                "hari layanan",
                true,
                FEW,
                Permission.CARDS_READ,
                Permission.CARDS_READ,
                () -> stocks.all().stream()
                        .filter(supply -> supply.rate().isKnown())
                        .map(DaysOfStock::reading)
                        .toList());
    }

    /** The same for whoever plans the next weeks. */
    @Bean
    SupplyForecast endOfCardStock(CardStocks stocks, CurrentStaff staff) {
        return () -> staff.may(Permission.CARDS_READ)
                ? stocks.all().stream().map(supply -> supply(stocks, supply)).toList()
                : List.of();
    }

    private static SupplyForecast.Supply supply(CardStocks stocks, CardSupply supply) {
        return new SupplyForecast.Supply(
                supply.office(),
                "%s keping".formatted(Formats.number(supply.stock())),
                stocks.forecast(supply).runsOutOn().orElse(null),
                link(supply));
    }

    private static String link(CardSupply supply) {
        return "blangko?kantor=" + supply.office();
    }

    private static Reading reading(CardSupply supply) {
        int days = (int) (supply.stock() / supply.rate().perDay());
        return new Reading(
                supply.office(),
                days,
                "%s keping blangko cukup untuk %d hari layanan.".formatted(Formats.number(supply.stock()), days),
                link(supply));
    }
}
