package id.dukcapil.portal.sla.report;

import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.AlertMeasure.Reading;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many cases of each office are late now, for whoever wants to be told. */
@Configuration(proxyBeanMethods = false)
class LateCases {

    private static final int SOME = 20;

    @Bean
    AlertMeasure lateCasesOfOffices(JdbcClient jdbc, Clock clock) {
        return new AlertMeasure(
                "late-cases",
                "Berkas terlambat",
                "berkas",
                false,
                SOME,
                Permission.REPORT_READ,
                Permission.REPORT_READ,
                () -> late(jdbc, clock));
    }

    private static List<Reading> late(JdbcClient jdbc, Clock clock) {
        return jdbc.sql("SELECT c.office_code, COUNT(*) FROM sla_case c WHERE c.closed_at IS NULL AND " + OpenCases.DUE
                        + " < ? GROUP BY c.office_code")
                .param(UtcDateTime.of(clock.instant()))
                .query((row, number) -> {
                    var office = new OfficeCode(row.getString(1));
                    return new Reading(
                            office,
                            row.getInt(2),
                            "%s berkas melewati waktunya.".formatted(Formats.number(row.getInt(2))),
                            "laporan-sla/berkas?keadaan=LATE&kantor=" + office);
                })
                .list();
    }
}
