package id.dukcapil.portal.cards.regency;

import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.AlertMeasure.Reading;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
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

    private static Reading reading(CardSupply supply) {
        int days = (int) (supply.stock() / supply.rate().perDay());
        return new Reading(
                supply.office(),
                days,
                "%s keping blangko cukup untuk %d hari layanan.".formatted(Formats.number(supply.stock()), days),
                "blangko?kantor=" + supply.office());
    }
}
