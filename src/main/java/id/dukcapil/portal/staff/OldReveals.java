package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of openings of masked data, from which haste is noticed; the audit trail keeps each of them for itself. */
@Configuration(proxyBeanMethods = false)
class OldReveals {

    @Bean
    Retention revealRetention(JdbcClient jdbc) {
        return new Retention(
                "staff-reveal",
                "Daftar pembukaan data pribadi oleh petugas",
                "dihapus; pembukaannya tetap tercatat dalam jejak audit",
                "UU 27/2022 Pasal 31; pengawasan internal",
                Period.ofYears(1),
                EndedRows.of(jdbc, "staff_reveal", "opened_at < :moment", "opened_at")
                        .delete());
    }
}
