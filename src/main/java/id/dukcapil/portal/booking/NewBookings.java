package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes many new bookings with two statements. Hibernate would write the same rows, at several times the price for each:
 * on the night on which a quota opens that price is what everybody waits for.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NewBookings {

    private static final String BOOKING = """
            INSERT INTO booking_booking (id, code, office_code, service_date, queue_number, nik, full_name, email, phone,
              origin, client_id, request_token, name_differs, status, created_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""";

    private static final String TRANSITION = """
            INSERT INTO booking_transition (id, booking_id, ordinal, to_status, action, actor_kind, actor_name, actor_id, at,
              reason)
            VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    NewBookings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param bookings just made, with nothing but their first transition */
    void write(List<Booking> bookings) {
        if (!bookings.isEmpty()) {
            jdbc.batchUpdate(BOOKING, bookings, bookings.size(), NewBookings::booking);
            jdbc.batchUpdate(TRANSITION, bookings, bookings.size(), NewBookings::transition);
        }
    }

    private static void booking(PreparedStatement row, Booking booking) throws SQLException {
        Holder holder = booking.holder();
        row.setString(1, booking.id().toString());
        row.setString(2, booking.code().value());
        row.setString(3, booking.office().value());
        row.setObject(4, booking.date());
        row.setInt(5, booking.queueNumber());
        row.setString(6, holder.nik().value());
        row.setString(7, holder.fullName());
        row.setString(8, holder.email());
        row.setString(9, holder.phone());
        row.setString(10, booking.origin().name());
        row.setString(11, text(booking.clientId()));
        row.setString(12, booking.requestToken().orElse(null));
        row.setBoolean(13, holder.nameDiffers());
        row.setString(14, booking.status().name());
        row.setObject(15, UtcDateTime.of(booking.lastMovedAt()));
    }

    private static void transition(PreparedStatement row, Booking booking) throws SQLException {
        Actor actor = booking.madeBy();
        row.setString(1, TimeOrderedId.at(booking.lastMovedAt()).toString());
        row.setString(2, booking.id().toString());
        row.setString(3, booking.status().name());
        row.setString(4, BookingAction.BOOK.name());
        row.setString(5, actor.kind().name());
        row.setString(6, actor.name());
        row.setString(7, text(actor.id()));
        row.setObject(8, UtcDateTime.of(booking.lastMovedAt()));
        row.setString(9, booking.reasonOfMaking().orElse(null));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
