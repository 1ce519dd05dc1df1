package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the whole database at any moment, whoever did what. */
record Books(JdbcClient jdbc) {

    private static final RowMapper<String> LINE = (row, number) -> row.getString(1);

    void assertInBalance() {
        assertThat(daysWhere("d.booked <> b.seats"))
                .as("booked counts the rows that hold a seat")
                .isEmpty();
        assertThat(daysWhere("d.booked_internal <> b.internal"))
                .as("booked_internal counts those given by staff")
                .isEmpty();
        assertThat(daysWhere("b.numbers <> d.last_number OR b.smallest <> 1 OR b.largest <> d.last_number"
                        + " OR b.different <> b.numbers"))
                .as("every number from 1 to the last was given exactly once")
                .isEmpty();
        assertThat(daysWhere("d.booked > d.capacity")).as("no day is oversold").isEmpty();
        assertThat(lines("""
                        SELECT nik FROM booking_booking WHERE status IN ('BOOKED', 'CHECKED_IN')
                        GROUP BY nik HAVING COUNT(*) > 1""")).as("one active booking per NIK").isEmpty();
        assertThat(lines("""
                        SELECT b.code FROM booking_booking b LEFT JOIN booking_transition t ON t.booking_id = b.id
                        GROUP BY b.id HAVING COUNT(t.id) <> MAX(t.ordinal) + 1
                          OR SUM(t.ordinal = 0 AND t.action = 'BOOK') <> 1""")).as("every booking has its whole history").isEmpty();
        assertThat(lines("""
                        SELECT b.code FROM booking_booking b JOIN booking_transition t ON t.booking_id = b.id
                        WHERE t.to_status <> b.status AND t.ordinal =
                          (SELECT MAX(ordinal) FROM booking_transition l WHERE l.booking_id = b.id)""")).as("the last line of the history is the status").isEmpty();
    }

    private List<String> daysWhere(String wrong) {
        return lines("""
                SELECT CONCAT_WS(' ', d.office_code, d.service_date, d.booked, d.booked_internal, d.last_number)
                FROM booking_quota_day d JOIN
                  (SELECT office_code, service_date, COUNT(*) AS numbers, COUNT(DISTINCT queue_number) AS different,
                     MIN(queue_number) AS smallest, MAX(queue_number) AS largest,
                     SUM(status NOT IN ('CANCELLED', 'MOVED', 'REPLACED')) AS seats,
                     SUM(status NOT IN ('CANCELLED', 'MOVED', 'REPLACED') AND origin <> 'CHANNEL') AS internal
                   FROM booking_booking GROUP BY office_code, service_date
                   UNION ALL
                   SELECT office_code, service_date, 0, 0, 1, 0, 0, 0 FROM booking_quota_day e WHERE NOT EXISTS
                     (SELECT 1 FROM booking_booking x
                      WHERE x.office_code = e.office_code AND x.service_date = e.service_date)) b
                  ON b.office_code = d.office_code AND b.service_date = d.service_date
                WHERE\s""" + wrong);
    }

    private List<String> lines(String sql) {
        return jdbc.sql(sql).query(LINE).list();
    }
}
