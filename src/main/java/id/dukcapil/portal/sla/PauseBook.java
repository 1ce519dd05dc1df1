package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps when offices could not work. */
@Repository
class PauseBook {

    private static final RowMapper<ClockPause> PAUSE = (row, number) -> new ClockPause(
            UtcDateTime.read(row, "from_at"), UtcDateTime.readNullable(row, "to_at"), row.getString("reason"));

    private static final RowMapper<StatedPause> STATED = RecordRow.of(StatedPause.class)
            .from("from", "from_at")
            .from("to", "to_at")
            .from("statedBy", "stated_by_name");

    private final JdbcClient jdbc;

    PauseBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the office that go on at or after that instant. */
    List<ClockPause> since(OfficeCode office, Instant moment) {
        return jdbc.sql("""
                        SELECT from_at, to_at, reason FROM sla_pause
                        WHERE office_code = :office AND withdrawn_at IS NULL AND (to_at IS NULL OR to_at > :moment)
                        ORDER BY from_at""")
                .param("office", office.value())
                .param("moment", UtcDateTime.of(moment))
                .query(PAUSE)
                .list();
    }

    /** Of these offices, the latest first. */
    List<StatedPause> latest(Collection<OfficeCode> offices, int limit) {
        if (offices.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT * FROM sla_pause WHERE office_code IN (:offices)
                        ORDER BY from_at DESC, id DESC LIMIT :limit""")
                .param("offices", offices.stream().map(OfficeCode::value).toList())
                .param("limit", limit)
                .query(STATED)
                .list();
    }

    /** Whoever else wants to change it waits until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<StatedPause> lock(UUID id) {
        return jdbc.sql("SELECT * FROM sla_pause WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(STATED)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void enter(StatedPause pause, UUID person) {
        jdbc.sql("""
                        INSERT INTO sla_pause (id, office_code, from_at, to_at, reason, stated_by, stated_by_name, stated_at)
                        VALUES (:id, :office, :from, :to, :reason, :person, :name, :at)""")
                .param("id", pause.id())
                .param("office", pause.office().value())
                .param("from", UtcDateTime.of(pause.from()))
                .param("to", UtcDateTime.ofNullable(pause.to()))
                .param("reason", pause.reason())
                .param("person", person)
                .param("name", pause.statedBy())
                .param("at", UtcDateTime.of(pause.statedAt()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void change(StatedPause pause) {
        jdbc.sql("""
                        UPDATE sla_pause SET from_at = :from, to_at = :to, reason = :reason, withdrawn_at = :withdrawn,
                          withdrawn_why = :why, version = version + 1 WHERE id = :id""")
                .param("from", UtcDateTime.of(pause.from()))
                .param("to", UtcDateTime.ofNullable(pause.to()))
                .param("reason", pause.reason())
                .param("withdrawn", UtcDateTime.ofNullable(pause.withdrawnAt()))
                .param("why", pause.withdrawnWhy())
                .param("id", pause.id())
                .update();
    }
}
