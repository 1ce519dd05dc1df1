package id.dukcapil.portal.activation.campaign;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans events outside the office and says how many people they are going to activate. */
@Service
@PreAuthorize("hasAnyAuthority('ACTIVATION_READ', 'ACTIVATION_SERVE')")
@Transactional(readOnly = true)
public class Campaigns {

    /** The forecast looks at so many earlier events. */
    private static final int EARLIER = 10;

    private static final String COLUMNS =
            "SELECT id, office_code, place, village_code, held_on, opens, closes, crew, note FROM activation_campaign ";
    private static final RowMapper<Campaign> ROW = Campaigns::row;

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(JdbcClient jdbc, CurrentStaff staff, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is entered about an event.
     *
     * @param villageCode ten digits; empty for a place that serves several villages
     */
    public record Plan(
            OfficeCode office,
            String place,
            String villageCode,
            @Nullable LocalDate day,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            String crew,
            String note) {

        private List<Finding> findings() {
            var findings = new ArrayList<Finding>();
            if (place.isBlank() || place.length() > 120) {
                findings.add(Finding.error("place", "Tempat harus diisi, paling banyak 120 huruf."));
            }
            if (crew.isBlank() || crew.length() > 300) {
                findings.add(Finding.error("crew", "Sebutkan petugas yang berangkat."));
            }
            if (note.length() > 300) {
                findings.add(Finding.error("note", "Catatan paling panjang 300 huruf."));
            }
            if (!villageCode.isBlank() && !villageCode.matches("\\d{10}")) {
                findings.add(Finding.error("village", "Kode desa terdiri dari sepuluh angka."));
            }
            if (day == null) {
                findings.add(Finding.error("day", "Pilih tanggalnya."));
            }
            if (opens == null || closes == null || !closes.isAfter(opens)) {
                findings.add(Finding.error("closes", "Jam selesai harus sesudah jam mulai."));
            }
            return findings;
        }
    }

    /** @throws InvalidInput naming the fields that cannot be right */
    @PreAuthorize("hasAuthority('ACTIVATION_SERVE')")
    @Transactional
    public UUID plan(Plan plan) {
        List<Finding> findings = plan.findings();
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        staff.requireScope(plan.office());
        UUID id = TimeOrderedId.at(clock.instant());
        jdbc.sql("""
                        INSERT INTO activation_campaign (id, office_code, place, village_code, held_on, opens, closes, crew, note,
                          created_by, created_at)
                        VALUES (:id, :office, :place, NULLIF(:village, ''), :day, :opens, :closes, :crew, NULLIF(:note, ''), :by,
                          :at)""")
                .param("id", id)
                .param("office", plan.office().value())
                .param("place", plan.place().strip())
                .param("village", plan.villageCode().strip())
                .param("day", plan.day())
                .param("opens", plan.opens())
                .param("closes", plan.closes())
                .param("crew", plan.crew().strip())
                .param("note", plan.note().strip())
                .param("by", staff.require().fullName())
                .param("at", UtcDateTime.of(clock.instant()))
                .update();
        events.publishEvent(AuditEvent.of("Jemput bola IKD", plan.place().strip(), "Direncanakan")
                .at(plan.office())
                .changing("Tanggal", null, plan.day()));
        return id;
    }

    /** Of that office on that day, by hour. */
    public List<Campaign> on(OfficeCode office, LocalDate day) {
        return jdbc.sql(COLUMNS + "WHERE office_code = ? AND held_on = ? ORDER BY opens, place")
                .params(office.value(), day)
                .query(ROW)
                .list();
    }

    /** Of that office, the latest day first. */
    public List<Campaign> of(OfficeCode office, LocalDate from, LocalDate until) {
        return jdbc.sql(COLUMNS + "WHERE office_code = ? AND held_on BETWEEN ? AND ? ORDER BY held_on DESC, opens")
                .params(office.value(), from, until)
                .query(ROW)
                .list();
    }

    public Optional<Campaign> find(UUID id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?").param(id).query(ROW).optional();
    }

    /** New activations to expect: the hourly rate of the latest earlier events of that office; empty without any. */
    public OptionalInt forecast(OfficeCode office, LocalDate before, Duration length) {
        record Earlier(Duration length, int activated) {}
        List<Earlier> earlier = jdbc.sql("""
                        SELECT c.opens, c.closes, (SELECT COUNT(*) FROM activation_step s
                            JOIN activation_case a ON a.id = s.activation_id
                            WHERE s.campaign_id = c.id AND s.action = 'CONFIRM' AND a.purpose = 'NEW') AS activated
                        FROM activation_campaign c WHERE c.office_code = :office AND c.held_on < :before
                        ORDER BY c.held_on DESC LIMIT :earlier""")
                .param("office", office.value())
                .param("before", before)
                .param("earlier", EARLIER)
                .query((row, number) -> new Earlier(
                        Duration.between(
                                row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)),
                        row.getInt("activated")))
                .list();
        long minutes =
                earlier.stream().mapToLong(event -> event.length().toMinutes()).sum();
        int activated = earlier.stream().mapToInt(Earlier::activated).sum();
        return minutes == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round((double) activated * length.toMinutes() / minutes));
    }

    private static Campaign row(ResultSet row, int number) throws SQLException {
        return new Campaign(
                row.getObject("id", UUID.class),
                new OfficeCode(row.getString("office_code")),
                row.getString("place"),
                row.getString("village_code"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getString("crew"),
                row.getString("note"));
    }
}
