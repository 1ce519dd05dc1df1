package id.dukcapil.portal.cards.closing;

import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers of closings, and the reminder of days that are not closed. */
@Configuration(proxyBeanMethods = false)
class ClosingSetUp {

    private static final LocalTime MORNING = LocalTime.of(7, 40);
    private static final int SOME_DAYS = 2;

    @Bean
    NumberKind closingNumbers() {
        return new NumberKind("card-closing", new NumberPattern("400.12.2/{n}/TH-BLANGKO/{office}/{year}"), false);
    }

    @Bean
    RecurringJob remindOfOpenCardDays(
            CardClosings closings,
            Offices offices,
            ActingSystem acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Organisation organisation) {
        return new RecurringJob(
                "cards-open-days",
                "Mengingatkan hari blangko yang belum ditutup",
                Rhythm.daily(MORNING, organisation.timeZone()),
                () -> acting.with(
                        Set.of(Permission.CARDS_READ),
                        () -> transaction.executeWithoutResult(
                                status -> offices.all().forEach(office -> remind(closings, events, office.code())))));
    }

    @Bean
    AlertMeasure openCardDays(CardClosings closings, Offices offices) {
        return new AlertMeasure(
                "card-closing",
                "Penutupan blangko terbuka",
                "hari layanan",
                false,
                SOME_DAYS,
                Permission.REPORT_READ,
                Permission.CARDS_READ,
                () -> offices.all().stream()
                        .map(office -> openDays(
                                office.code(), closings.openDays(office.code()).size()))
                        .toList());
    }

    private static AlertMeasure.Reading openDays(OfficeCode office, int days) {
        return new AlertMeasure.Reading(
                office, days, "%d hari layanan belum ditutup.".formatted(days), "blangko/penutupan?kantor=" + office);
    }

    private static void remind(CardClosings closings, ApplicationEventPublisher events, OfficeCode office) {
        int open = closings.openDays(office).size();
        if (open > 0) {
            events.publishEvent(new StaffNotice(
                    "Blangko belum ditutup",
                    "%d hari layanan belum ditutup; hitung blangko dan tutup harinya.".formatted(open),
                    "blangko/penutupan?kantor=" + office,
                    new StaffNotice.Audience.Lane(Permission.CARDS_ENTER, office, null)));
        }
    }
}
