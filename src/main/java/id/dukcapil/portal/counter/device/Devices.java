package id.dukcapil.portal.counter.device;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Sha256;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Device.Need;
import id.dukcapil.portal.staff.CurrentStaff;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Boards and number machines: gives them their tokens, takes them back, and recognises them. */
@Service
@PreAuthorize("hasAuthority('COUNTER_ARRANGE')")
public class Devices {

    private static final int TOKEN_BYTES = 24;
    private static final int LONGEST_NAME = 60;

    private final CurrentStaff staff;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Devices(CurrentStaff staff, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.staff = staff;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public List<Device> of(OfficeCode office) {
        staff.requireScope(office);
        return jdbc.sql(
                        "SELECT * FROM counter_device WHERE office_code = ? ORDER BY revoked_at IS NOT NULL, created_at")
                .param(office.value())
                .query(Devices::read)
                .list();
    }

    /** Whether a board of the office asked for its state in the last two minutes. */
    @PreAuthorize("hasAuthority('COUNTER_SERVE')")
    public boolean boardIsConnected(OfficeCode office) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM counter_device WHERE office_code = ? AND kind = 'BOARD'
                          AND revoked_at IS NULL AND seen_at > ?)""")
                .params(office.value(), UtcDateTime.of(clock.instant().minusSeconds(120)))
                .query(Boolean.class)
                .single();
    }

    /**
     * Admits a device.
     *
     * @return the address that it opens once, with its token; it is shown this one time
     * @throws InvalidInput without a name
     */
    @Transactional
    public String admit(OfficeCode office, Kind kind, String name) {
        staff.requireScope(office);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "Beri nama, paling banyak 60 huruf.");
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                        INSERT INTO counter_device (id, office_code, kind, name, token_hash, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        TimeOrderedId.at(clock.instant()),
                        office.value(),
                        kind.name(),
                        name.strip(),
                        hash(token),
                        staff.require().fullName(),
                        UtcDateTime.of(clock.instant()))
                .update();
        events.publishEvent(AuditEvent.of("Perangkat antrean", name.strip(), "Didaftarkan")
                .at(office)
                .changing("Jenis", null, kind.label()));
        return kind.path() + office + "?kunci=" + token;
    }

    /** Its token opens nothing from now on; an open page ends within seconds. */
    @Transactional
    public void revoke(OfficeCode office, UUID id) {
        staff.requireScope(office);
        of(office).stream()
                .filter(device -> device.id().equals(id) && device.revokedAt() == null)
                .findFirst()
                .ifPresent(device -> {
                    jdbc.sql("UPDATE counter_device SET revoked_by = ?, revoked_at = ? WHERE id = ?")
                            .params(staff.require().fullName(), UtcDateTime.of(clock.instant()), id)
                            .update();
                    events.publishEvent(AuditEvent.of("Perangkat antrean", device.name(), "Dicabut")
                            .at(office));
                });
    }

    /** The device whose token this is, unless it was revoked or belongs to another office or purpose. */
    @PreAuthorize("permitAll()")
    public Optional<Device> recognise(String token, OfficeCode office, Kind kind) {
        Optional<Device> device = jdbc.sql("""
                        SELECT * FROM counter_device WHERE token_hash = ? AND office_code = ? AND kind = ?
                          AND revoked_at IS NULL""")
                .params(hash(token), office.value(), kind.name())
                .query(Devices::read)
                .optional();
        device.ifPresent(known -> jdbc.sql("""
                        UPDATE counter_device SET seen_at = :now
                        WHERE id = :id AND (seen_at IS NULL OR seen_at < :now - INTERVAL 1 MINUTE)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("id", known.id())
                .update());
        return device;
    }

    /** The machine needs a clerk; told again the need stays as old as it was. */
    @PreAuthorize("permitAll()")
    public void tell(Device machine, Need need) {
        jdbc.sql("UPDATE counter_device SET %1$s = COALESCE(%1$s, ?) WHERE id = ?".formatted(need.column()))
                .params(UtcDateTime.of(clock.instant()), machine.id())
                .update();
    }

    /** The machines of the office that need a clerk. */
    @PreAuthorize("hasAuthority('COUNTER_SERVE')")
    public List<Device> inNeed(OfficeCode office) {
        staff.requireScope(office);
        return jdbc.sql("""
                        SELECT * FROM counter_device WHERE office_code = ? AND revoked_at IS NULL
                          AND COALESCE(paper_out_at, help_asked_at) IS NOT NULL ORDER BY name, id""").param(office.value()).query(Devices::read).list();
    }

    /** A clerk has been at the machine. */
    @PreAuthorize("hasAuthority('COUNTER_SERVE')")
    @Transactional
    public void settle(Device machine, Need need) {
        staff.requireScope(machine.office());
        jdbc.sql("UPDATE counter_device SET %s = NULL WHERE id = ?".formatted(need.column()))
                .param(machine.id())
                .update();
        events.publishEvent(
                AuditEvent.of("Perangkat antrean", machine.name(), need.done()).at(machine.office()));
    }

    private static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }

    private static Device read(ResultSet row, int number) throws SQLException {
        return new Device(
                row.getObject("id", UUID.class),
                new OfficeCode(row.getString("office_code")),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("created_by"),
                UtcDateTime.read(row, "created_at"),
                UtcDateTime.readNullable(row, "seen_at"),
                UtcDateTime.readNullable(row, "revoked_at"),
                UtcDateTime.readNullable(row, "paper_out_at"),
                UtcDateTime.readNullable(row, "help_asked_at"));
    }
}
