package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports of statuses end with their refused rows. */
@Configuration(proxyBeanMethods = false)
class OldStatusImports {

    @Bean
    Retention statusImportRetention(JdbcClient jdbc) {
        return new Retention(
                "recording-status-import",
                "Impor status pusat yang selesai",
                "Catatan impor dan baris yang ditolak dihapus",
                "Penelusuran kesalahan impor",
                Period.ofMonths(6),
                EndedRows.of(jdbc, "recording_status_import", "ended_at < :moment", "ended_at")
                        .delete());
    }
}
