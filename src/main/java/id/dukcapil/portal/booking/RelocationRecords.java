package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.QuotaRows.Row;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who was moved together, what their days were before, and whether it was taken back. */
@Repository
class RelocationRecords {

    /** What a day was before, and what it became. */
    record Day(
            LocalDate date,
            QuotaRule before,
            boolean followedRule,
            QuotaRule after,
            @Nullable String closure) {

        boolean changed() {
            return closure != null || !before.equals(after);
        }
    }

    /** One person's booking before and after. */
    record Moved(int ordinal, UUID booking, UUID successor) {}

    private static final RowMapper<Relocation> RELOCATION =
            RecordRow.of(Relocation.class).from("madeBy", "made_by_name").from("takenBackBy", "taken_back_by_name");

    private static final RowMapper<Day> DAY = (row, number) -> new Day(
            row.getObject("service_date", LocalDate.class),
            new QuotaRule(row.getInt("capacity_before"), row.getInt("reserved_before")),
            row.getBoolean("followed_rule"),
            new QuotaRule(row.getInt("capacity_after"), row.getInt("reserved_after")),
            row.getString("closure_after"));

    private static final RowMapper<Moved> MOVED = (row, number) -> new Moved(
            row.getInt("ordinal"), row.getObject("booking_id", UUID.class), row.getObject("successor_id", UUID.class));

    private static final RowMapper<RelocatedPerson> PERSON = RecordRow.of(RelocatedPerson.class)
            .from("name", "full_name")
            .from("from", "old_code")
            .from("fromDate", "old_date")
            .from("to", "new_code")
            .from("toDate", "new_date")
            .from("status", "new_status")
            .from("returned", "back_code");

    private final JdbcClient jdbc;

    RelocationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Relocation> ofRequest(UUID token) {
        return jdbc.sql("SELECT * FROM booking_relocation WHERE request_token = ?")
                .param(token)
                .query(RELOCATION)
                .optional();
    }

    Optional<Relocation> find(RelocationId id) {
        return jdbc.sql("SELECT * FROM booking_relocation WHERE id = ?")
                .param(id.value())
                .query(RELOCATION)
                .optional();
    }

    /** Whoever else wants to take it back waits until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Relocation> lock(RelocationId id) {
        return jdbc.sql("SELECT * FROM booking_relocation WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(RELOCATION)
                .optional();
    }

    List<Relocation> page(OfficeCode office, @Nullable Relocation after, int skip, int limit) {
        return jdbc.sql("""
                        SELECT * FROM booking_relocation
                        WHERE office_code = :office
                          AND (:at IS NULL OR made_at <= :at AND (made_at < :at OR id < :id))
                        ORDER BY made_at DESC, id DESC LIMIT :limit OFFSET :skip""")
                .param("office", office.value())
                .param("at", after == null ? null : UtcDateTime.of(after.madeAt()))
                .param("id", after == null ? null : after.id().value())
                .param("limit", limit)
                .param("skip", skip)
                .query(RELOCATION)
                .list();
    }

    int count(OfficeCode office) {
        return jdbc.sql("SELECT COUNT(*) FROM booking_relocation WHERE office_code = ?")
                .param(office.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void enter(Relocation relocation, UUID token, UUID by) {
        jdbc.sql("""
                        INSERT INTO booking_relocation
                          (id, office_code, reason, people, request_token, made_by, made_by_name, made_at)
                        VALUES (:id, :office, :reason, :people, :token, :by, :name, :at)""")
                .param("id", relocation.id().value())
                .param("office", relocation.office().value())
                .param("reason", relocation.reason())
                .param("people", relocation.people())
                .param("token", token)
                .param("by", by)
                .param("name", relocation.madeBy())
                .param("at", UtcDateTime.of(relocation.madeAt()))
                .update();
    }

    /** @param after the day as it became */
    @Transactional(propagation = Propagation.MANDATORY)
    void enterDay(RelocationId id, Row before, Row after) {
        jdbc.sql("""
                        INSERT INTO booking_relocation_day (relocation_id, service_date, capacity_before, reserved_before,
                          followed_rule, capacity_after, reserved_after, closure_after)
                        VALUES (:id, :date, :capacity, :reserved, :followed, :capacityAfter, :reservedAfter, :closure)""")
                .param("id", id.value())
                .param("date", before.date())
                .param("capacity", before.quota().capacity())
                .param("reserved", before.quota().reserved())
                .param("followed", before.followsRule())
                .param("capacityAfter", after.quota().capacity())
                .param("reservedAfter", after.quota().reserved())
                .param("closure", after.closure())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void enterPerson(RelocationId id, Moved moved, boolean priority) {
        jdbc.sql("""
                        INSERT INTO booking_relocation_person (relocation_id, ordinal, booking_id, successor_id, priority)
                        VALUES (:id, :ordinal, :booking, :successor, :priority)""")
                .param("id", id.value())
                .param("ordinal", moved.ordinal())
                .param("booking", moved.booking())
                .param("successor", moved.successor())
                .param("priority", priority)
                .update();
    }

    List<Day> days(RelocationId id) {
        return jdbc.sql("SELECT * FROM booking_relocation_day WHERE relocation_id = ? ORDER BY service_date")
                .param(id.value())
                .query(DAY)
                .list();
    }

    List<Moved> moved(RelocationId id) {
        return jdbc.sql("SELECT * FROM booking_relocation_person WHERE relocation_id = ? ORDER BY ordinal")
                .param(id.value())
                .query(MOVED)
                .list();
    }

    /** Those whose data have not been taken out of their bookings yet. */
    List<RelocatedPerson> people(RelocationId id) {
        return jdbc.sql("""
                        SELECT o.full_name, o.code AS old_code, o.service_date AS old_date, n.code AS new_code,
                          n.service_date AS new_date, n.status AS new_status, b.code AS back_code, p.priority
                        FROM booking_relocation_person p
                        JOIN booking_booking o ON o.id = p.booking_id
                        JOIN booking_booking n ON n.id = p.successor_id
                        LEFT JOIN booking_booking b ON b.id = p.returned_id
                        WHERE p.relocation_id = ? AND o.anonymised_at IS NULL ORDER BY p.ordinal""").param(id.value()).query(PERSON).list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void enterReturn(RelocationId id, int ordinal, UUID booking) {
        jdbc.sql("""
                        UPDATE booking_relocation_person SET returned_id = :booking
                        WHERE relocation_id = :id AND ordinal = :ordinal""")
                .param("booking", booking)
                .param("id", id.value())
                .param("ordinal", ordinal)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(RelocationId id, String by, Instant at, String why) {
        jdbc.sql("""
                        UPDATE booking_relocation SET taken_back_by_name = :by, taken_back_at = :at, taken_back_why = :why
                        WHERE id = :id""")
                .param("by", by)
                .param("at", UtcDateTime.of(at))
                .param("why", why)
                .param("id", id.value())
                .update();
    }
}
