package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.StockAcceptance.Day;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which proposals were accepted, and what their days were before. */
@Repository
class StockAcceptances {

    private static final RowMapper<Day> DAY = (row, number) -> new Day(
            row.getObject("service_date", LocalDate.class),
            new QuotaRule(row.getInt("capacity_before"), row.getInt("reserved_before")),
            row.getBoolean("followed_rule"),
            new QuotaRule(row.getInt("capacity_after"), row.getInt("reserved_after")),
            row.getLong("version_after"));

    private final JdbcClient jdbc;

    StockAcceptances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StockAcceptance> ofRequest(UUID token) {
        return one("request_token = ?", token);
    }

    /** Others who want to take it back wait until the transaction ends. */
    Optional<StockAcceptance> lock(UUID id) {
        return one("id = ? FOR UPDATE", id);
    }

    /** The latest of an office that holds, if each of its days is as it made them and none of them has come. */
    Optional<StockAcceptance> latestUntouched(OfficeCode office, LocalDate today) {
        return one(
                        "id = (SELECT id FROM booking_stock_acceptance WHERE office_code = ? AND taken_back_at IS NULL"
                                + " ORDER BY accepted_at DESC, id DESC LIMIT 1)",
                        office.value())
                .filter(latest -> latest.days().getFirst().date().isAfter(today))
                .filter(this::isUntouched);
    }

    private boolean isUntouched(StockAcceptance acceptance) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM booking_stock_acceptance_day d
                        JOIN booking_quota_day q ON q.office_code = :office AND q.service_date = d.service_date
                          AND q.version = d.version_after
                        WHERE d.acceptance_id = :id""")
                        .param("office", acceptance.office().value())
                        .param("id", acceptance.id())
                        .query(Integer.class)
                        .single()
                == acceptance.days().size();
    }

    void enter(StockAcceptance acceptance, UUID token) {
        jdbc.sql("""
                        INSERT INTO booking_stock_acceptance
                          (id, office_code, request_token, accepted_by_name, accepted_at)
                        VALUES (:id, :office, :token, :by, :at)""")
                .param("id", acceptance.id())
                .param("office", acceptance.office().value())
                .param("token", token)
                .param("by", acceptance.acceptedBy())
                .param("at", UtcDateTime.of(acceptance.acceptedAt()))
                .update();
        acceptance.days().forEach(day -> enter(acceptance.id(), day));
    }

    private void enter(UUID acceptance, Day day) {
        jdbc.sql("""
                        INSERT INTO booking_stock_acceptance_day (acceptance_id, service_date, capacity_before,
                          reserved_before, followed_rule, capacity_after, reserved_after, version_after)
                        VALUES (:id, :date, :capacity, :reserved, :followed, :capacityAfter, :reservedAfter, :version)""")
                .param("id", acceptance)
                .param("date", day.date())
                .param("capacity", day.before().capacity())
                .param("reserved", day.before().reserved())
                .param("followed", day.followedRule())
                .param("capacityAfter", day.after().capacity())
                .param("reservedAfter", day.after().reserved())
                .param("version", day.version())
                .update();
    }

    void takeBack(UUID id, String by, Instant at) {
        jdbc.sql("""
                        UPDATE booking_stock_acceptance SET taken_back_by_name = :by, taken_back_at = :at
                        WHERE id = :id""")
                .param("by", by)
                .param("at", UtcDateTime.of(at))
                .param("id", id)
                .update();
    }

    private Optional<StockAcceptance> one(String condition, Object value) {
        return jdbc.sql("SELECT * FROM booking_stock_acceptance WHERE " + condition)
                .param(value)
                .query(this::acceptance)
                .optional();
    }

    private StockAcceptance acceptance(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new StockAcceptance(
                id,
                new OfficeCode(row.getString("office_code")),
                days(id),
                row.getString("accepted_by_name"),
                UtcDateTime.read(row, "accepted_at"),
                row.getString("taken_back_by_name"));
    }

    private List<Day> days(UUID id) {
        return jdbc.sql("SELECT * FROM booking_stock_acceptance_day WHERE acceptance_id = ? ORDER BY service_date")
                .param(id)
                .query(DAY)
                .list();
    }
}
