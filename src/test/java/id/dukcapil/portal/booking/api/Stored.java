package id.dukcapil.portal.booking.api;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything a booking leaves behind, counted. */
record Stored(int bookings, int transitions, int days, int seats, int numbers, int keys) {

    private static final RowMapper<Stored> ROW = (row, number) ->
            new Stored(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6));

    static Stored in(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM booking_booking), (SELECT COUNT(*) FROM booking_transition),
                          (SELECT COUNT(*) FROM booking_quota_day), (SELECT SUM(booked) FROM booking_quota_day),
                          (SELECT SUM(last_number) FROM booking_quota_day),
                          (SELECT COUNT(*) FROM channel_idempotency)""").query(ROW).single();
    }
}
