package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bookings whose day is long over lose the person: NIK, name, contact, and the words of the timeline, which can name
 * somebody. Number, day, office, origin and status stay, because the figures are counted from them.
 */
@Component
class EndedBookings implements Retained {

    private static final String ENDED =
            "anonymised_at IS NULL AND status NOT IN ('BOOKED', 'CHECKED_IN') AND service_date < :day";
    private static final RowMapper<UUID> ID = (row, number) -> row.getObject("id", UUID.class);

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    EndedBookings(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "booking";
    }

    @Override
    public String label() {
        return "Pemesanan antrean cetak yang sudah berakhir";
    }

    @Override
    public String outcome() {
        return "NIK, nama, e-mail, telepon dan alasan dihapus; nomor, tanggal, kantor dan status tetap sebagai angka";
    }

    @Override
    public String basis() {
        return "UU 27/2022 Pasal 42 dan 44; masa pengaduan layanan dan pemeriksaan, sesuaikan dengan jadwal retensi arsip"
                + " daerah";
    }

    @Override
    public Period standard() {
        return Period.ofYears(2);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(jdbc.sql("SELECT COUNT(*) FROM booking_booking WHERE " + ENDED)
                .param("day", day(moment))
                .query(Long.class)
                .single());
    }

    @Override
    @Transactional
    public int removeEndedBefore(Instant moment, int limit) {
        // A booking that somebody is just looking at or correcting is left to the next round
        List<UUID> ended = jdbc.sql("SELECT id FROM booking_booking WHERE " + ENDED
                        + " ORDER BY service_date LIMIT :limit FOR UPDATE SKIP LOCKED")
                .param("day", day(moment))
                .param("limit", limit)
                .query(ID)
                .list();
        if (!ended.isEmpty()) {
            forget(ended);
        }
        return ended.size();
    }

    private void forget(List<UUID> bookings) {
        jdbc.sql("UPDATE booking_transition SET reason = NULL WHERE booking_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", bookings)
                .update();
        jdbc.sql("""
                        UPDATE booking_booking SET nik = NULL, full_name = NULL, email = NULL, phone = NULL,
                          request_token = NULL, anonymised_at = :now, version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("ids", bookings)
                .update();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, organisation.timeZone());
    }
}
