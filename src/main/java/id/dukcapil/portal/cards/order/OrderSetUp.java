package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderSettings.class)
class OrderSetUp {

    @Bean
    NumberKind printOrderNumbers() {
        return new NumberKind("print-order", new NumberPattern("CTK-{office}-{year}-{n:5}"), true);
    }

    @Bean
    NumberKind handoverNumbers() {
        return new NumberKind("card-receipt", new NumberPattern("400.12.2.1/{n}/TTK/{office}/{year}"), false);
    }

    @Bean
    NumberKind packingNumbers() {
        return new NumberKind("card-packing", new NumberPattern("400.12.2.1/{n}/BAST-KTP/{office}/{year}"), false);
    }

    /** Every quarter of an hour, because midnight comes at another moment in each of the three zones. */
    @Bean
    RecurringJob releaseHeldOrders(HeldOrders held) {
        return new RecurringJob(
                HeldOrders.TASK,
                "Melepas pesanan cetak pada ulang tahun ke-17",
                Rhythm.every(Duration.ofMinutes(15)),
                held::release);
    }

    @Bean
    RecurringJob remindOfCards(Uncollected uncollected) {
        return new RecurringJob(
                Uncollected.TASK,
                "Mengingatkan pengambilan KTP-el",
                Rhythm.every(Duration.ofHours(1)),
                uncollected::remind);
    }
}
