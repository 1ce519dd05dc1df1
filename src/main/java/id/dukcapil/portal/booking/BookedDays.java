package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.CaseStatus;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bookings that still hold a seat, for whoever wants to close an office or a day. */
@Component
class BookedDays implements Appointments {

    private static final RowMapper<Held> ROW = RecordRow.of(Held.class).from("date", "service_date");

    private static final String UNDER_WAY = CaseStatus.sql(BookingStatus.class, BookingStatus::isUnderWay);

    private final JdbcClient jdbc;

    BookedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Held> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT office_code, service_date, COUNT(*) AS people FROM booking_booking
                        WHERE status IN (%s) AND service_date BETWEEN :from AND :to
                        GROUP BY service_date, office_code""".formatted(UNDER_WAY))
                .param("from", from)
                .param("to", to)
                .query(ROW)
                .list();
    }
}
