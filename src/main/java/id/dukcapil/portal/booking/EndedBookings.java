package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bookings whose day is long over lose the person: NIK, name, contact, and the words of the timeline, which can name
 * somebody. Number, day, office, origin and status stay, because the figures are counted from them.
 */
@Component
class EndedBookings {

    private static final String ENDED = "anonymised_at IS NULL AND status NOT IN ("
            + CaseStatus.sql(BookingStatus.class, BookingStatus::isUnderWay) + ") AND service_date < :moment";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    EndedBookings(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Bean
    Retention bookingRetention() {
        return Retention.ofCases(
                "booking",
                "Pemesanan antrean cetak yang sudah berakhir",
                "NIK, nama, e-mail, telepon dan alasan dihapus; nomor, tanggal, kantor dan status tetap sebagai angka",
                EndedRows.of(jdbc, "booking_booking", ENDED, "service_date")
                        .endingAt(this::day)
                        .each(UUID.class, this::forget));
    }

    private void forget(List<UUID> bookings) {
        jdbc.sql("UPDATE booking_transition SET reason = NULL WHERE booking_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", bookings)
                .update();
        jdbc.sql("""
                        UPDATE booking_booking SET nik = NULL, full_name = NULL, email = NULL, phone = NULL,
                          request_token = NULL, anonymised_at = :now, version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("ids", bookings)
                .update();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, organisation.timeZone());
    }
}
