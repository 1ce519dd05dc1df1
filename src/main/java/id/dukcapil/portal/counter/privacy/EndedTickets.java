package id.dukcapil.portal.counter.privacy;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queue numbers lose the person and why the person was served first; numbers, intervals and calls stay for the figures. */
@Component
class EndedTickets {

    private static final int DAYS = 90;

    private final JdbcClient jdbc;

    EndedTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Retention queueTicketRetention() {
        return new Retention(
                "counter-ticket",
                "Nomor antrean hari lalu",
                "NIK, kode booking, kelompok prioritas dan alasan dihapus; nomor, layanan dan waktu tetap",
                "UU 27/2022 Pasal 16 ayat (2) huruf g dan Pasal 43; kelompok prioritas adalah data pribadi spesifik",
                Period.ofDays(DAYS),
                EndedRows.of(
                                jdbc,
                                "counter_ticket",
                                "anonymised_at IS NULL AND first_arrival < :moment",
                                "first_arrival")
                        .set("person_nik = NULL, booking_code = NULL, request_key = NULL, priority = NULL,"
                                + " priority_by = NULL, priority_reason = NULL, end_reason = NULL,"
                                + " anonymised_at = :moment"));
    }
}
