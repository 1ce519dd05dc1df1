package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored mandates. */
@Component
class MandateRecords {

    /** The one position that mandates are given for. */
    static final String HEAD = "HEAD";

    private static final RowMapper<Mandate> MANDATE = (row, number) -> {
        Instant revokedAt = UtcDateTime.readNullable(row, "revoked_at");
        return new Mandate(
                row.getObject("id", UUID.class),
                Mandate.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                new StaffId(row.getObject("deputy_id", UUID.class)),
                row.getString("deputy_name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("reason"),
                UtcDateTime.read(row, "given_at"),
                row.getString("given_by"),
                revokedAt == null
                        ? null
                        : new Mandate.Revocation(
                                revokedAt, row.getString("revoked_by"), row.getString("revoked_because")));
    };

    private static final String MANDATES = """
            SELECT m.*, p.title, a.full_name AS deputy_name FROM staff_mandate m
            JOIN staff_position p ON p.code = m.position_code JOIN staff_account a ON a.id = m.deputy_id
            WHERE m.position_code = 'HEAD'""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    MandateRecords(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Latest first. */
    List<Mandate> all() {
        return jdbc.sql(MANDATES + " ORDER BY m.valid_from DESC, m.given_at DESC")
                .query(MANDATE)
                .list();
    }

    /** Those that count when dates are compared. */
    List<Mandate> notRevoked() {
        return all().stream().filter(mandate -> mandate.revocation() == null).toList();
    }

    Optional<Mandate> find(UUID id) {
        return jdbc.sql(MANDATES + " AND m.id = ?").param(id).query(MANDATE).optional();
    }

    /** On which mandate somebody could sign at that moment; it counts from when it was entered until it was revoked. */
    Optional<Mandate> validAt(Instant moment) {
        return jdbc.sql(MANDATES + " " + """
                        AND :day BETWEEN m.valid_from AND m.valid_until
                        AND m.given_at <= :moment AND (m.revoked_at IS NULL OR m.revoked_at > :moment)""")
                .param("day", LocalDate.ofInstant(moment, organisation.timeZone()))
                .param("moment", UtcDateTime.of(moment))
                .query(MANDATE)
                .optional();
    }

    /** Lets one mandate of a position be given after the other, until the end of the transaction. */
    void lockPosition() {
        jdbc.sql("SELECT code FROM staff_position WHERE code = ? FOR UPDATE")
                .param(HEAD)
                .query(String.class)
                .single();
    }

    /** The role that comes with the position. */
    String role() {
        return jdbc.sql("SELECT role_code FROM staff_position WHERE code = ?")
                .param(HEAD)
                .query(String.class)
                .single();
    }

    UUID enter(NewMandate mandate, String by, Instant givenAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO staff_mandate (id, position_code, kind, deputy_id, valid_from, valid_until, number,
                          issued_on, reason, given_at, given_by)
                        VALUES (:id, :position, :kind, :deputy, :from, :until, :number, :issued, :reason, :at, :by)""")
                .param("id", id)
                .param("position", HEAD)
                .param("kind", mandate.kind().name())
                .param(
                        "deputy",
                        mandate.deputy() == null ? null : mandate.deputy().value())
                .param("from", mandate.from())
                .param("until", mandate.until())
                .param("number", mandate.number())
                .param("issued", mandate.issuedOn())
                .param("reason", mandate.reason())
                .param("at", UtcDateTime.of(givenAt))
                .param("by", by)
                .update();
        return id;
    }

    /** @return false when it had been revoked already */
    boolean revoke(UUID id, String by, String because) {
        return jdbc.sql("""
                        UPDATE staff_mandate SET revoked_at = :now, revoked_by = :by, revoked_because = :because
                        WHERE id = :id AND revoked_at IS NULL""")
                        .param("now", UtcDateTime.of(clock.instant()))
                        .param("by", by)
                        .param("because", because)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @throws InvalidInput when the account stands in for somebody, now or soon */
    void requireNone(StaffId deputy) {
        LocalDate today = organisation.today(clock);
        notRevoked().stream()
                .filter(mandate ->
                        mandate.deputy().equals(deputy) && !mandate.until().isBefore(today))
                .findFirst()
                .ifPresent(mandate -> {
                    throw new InvalidInput(
                            "reason",
                            "Pegawai ini memegang mandat %s %s nomor %s; cabut mandatnya lebih dahulu."
                                    .formatted(mandate.kind().abbreviation(), mandate.position(), mandate.number()));
                });
    }
}
