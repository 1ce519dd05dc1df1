package id.dukcapil.portal.activation.campaign;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
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
            "SELECT id, office_code, place, village_code, held_on, opens, closes, crew, note, cancelled FROM activation_campaign ";
    private static final String RECORD = "Jemput bola IKD";
    private static final int LONGEST_PLACE = 120;
    private static final int LONGEST_NOTE = 300;

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final Offices offices;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RowMapper<Campaign> row = this::row;

    Campaigns(JdbcClient jdbc, CurrentStaff staff, Offices offices, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.offices = offices;
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

        private List<Finding> findings(LocalDate today) {
            var findings = new ArrayList<Finding>();
            if (place.isBlank() || place.length() > LONGEST_PLACE) {
                findings.add(Finding.error("place", "Tempat harus diisi, paling banyak 120 huruf."));
            }
            if (crew.isBlank() || crew.length() > LONGEST_NOTE) {
                findings.add(Finding.error("crew", "Sebutkan petugas yang berangkat."));
            }
            if (note.length() > LONGEST_NOTE) {
                findings.add(Finding.error("note", "Catatan paling panjang 300 huruf."));
            }
            if (!villageCode.isBlank() && !villageCode.matches("\\d{10}")) {
                findings.add(Finding.error("village", "Kode desa terdiri dari sepuluh angka."));
            }
            if (day == null || day.isBefore(today)) {
                findings.add(Finding.error("day", "Pilih tanggalnya, hari ini atau sesudahnya."));
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
        staff.requireScope(plan.office());
        UUID id = TimeOrderedId.at(clock.instant());
        written(plan, """
                INSERT INTO activation_campaign (id, office_code, place, village_code, held_on, opens, closes, crew, note,
                  created_by, created_at)
                VALUES (:id, :office, :place, NULLIF(:village, ''), :day, :opens, :closes, :crew, NULLIF(:note, ''), :by,
                  :at)""", id);
        events.publishEvent(AuditEvent.of(RECORD, plan.place().strip(), "Direncanakan")
                .at(plan.office())
                .changing("Tanggal", null, plan.day()));
        return id;
    }

    /**
     * Changes an event that is not over; its activations keep their place and day.
     *
     * @throws InvalidInput naming the fields that cannot be right, and for an event that is over or called off
     */
    @PreAuthorize("hasAuthority('ACTIVATION_SERVE')")
    @Transactional
    public void change(Campaign before, Plan plan, String reason) {
        requirePlanned(before);
        String why = reason(reason);
        written(plan, """
                UPDATE activation_campaign SET place = :place, village_code = NULLIF(:village, ''), held_on = :day,
                  opens = :opens, closes = :closes, crew = :crew, note = NULLIF(:note, '')
                WHERE id = :id AND office_code = :office AND NOT cancelled""", before.id());
        AuditEvent told = AuditEvent.of(RECORD, before.place(), "Diubah")
                .at(before.office())
                .changing("Tempat", before.place(), plan.place().strip())
                .changing("Kode desa", before.villageCode(), orNull(plan.villageCode()))
                .changing("Tanggal", before.day(), plan.day())
                .changing("Mulai", before.opens(), plan.opens())
                .changing("Selesai", before.closes(), plan.closes())
                .changing("Petugas", before.crew(), plan.crew().strip())
                .changing("Catatan", before.note(), orNull(plan.note()));
        remember(before, told, why);
    }

    /**
     * Calls off an event; it stays in the list with the reason.
     *
     * @throws InvalidInput without a reason, and when people were served there already
     */
    @PreAuthorize("hasAuthority('ACTIVATION_SERVE')")
    @Transactional
    public void cancel(Campaign planned, String reason) {
        requirePlanned(planned);
        String why = reason(reason);
        boolean served = jdbc.sql("SELECT EXISTS (SELECT 1 FROM activation_step WHERE campaign_id = ?)")
                .param(planned.id())
                .query(Boolean.class)
                .single();
        if (served) {
            throw new InvalidInput(
                    "reason", "Sudah ada orang yang dilayani di sana; jemput bola tidak dapat dibatalkan.");
        }
        jdbc.sql("UPDATE activation_campaign SET cancelled = TRUE WHERE id = ?")
                .param(planned.id())
                .update();
        remember(planned, AuditEvent.of(RECORD, planned.place(), "Dibatalkan").at(planned.office()), why);
    }

    private void requirePlanned(Campaign campaign) {
        staff.requireScope(campaign.office());
        boolean planned = jdbc.sql("SELECT EXISTS (SELECT 1 FROM activation_campaign"
                        + " WHERE id = ? AND NOT cancelled AND held_on >= ?)")
                .params(campaign.id(), today(campaign.office()))
                .query(Boolean.class)
                .single();
        if (!planned) {
            throw new InvalidInput("day", "Jemput bola ini sudah lewat atau sudah dibatalkan.");
        }
    }

    private LocalDate today(OfficeCode office) {
        return LocalDate.ofInstant(
                clock.instant(), offices.find(office).orElseThrow().timeZone());
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static String reason(String typed) {
        String words = typed.strip();
        if (words.isEmpty() || words.length() > LONGEST_NOTE) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_NOTE));
        }
        return words;
    }

    private void written(Plan plan, String sql, UUID id) {
        List<Finding> findings = plan.findings(today(plan.office()));
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        jdbc.sql(sql)
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
    }

    private void remember(Campaign campaign, AuditEvent told, String why) {
        String text = told.changes().isEmpty()
                ? told.action()
                : told.changes().stream()
                        .map(change -> "%s: %s → %s".formatted(change.field(), change.before(), change.after()))
                        .map(line -> line.replace("null", "–"))
                        .collect(Collectors.joining("; "));
        jdbc.sql("INSERT INTO activation_campaign_change (id, campaign_id, text, reason, made_at, made_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        TimeOrderedId.at(clock.instant()),
                        campaign.id(),
                        text,
                        why,
                        UtcDateTime.of(clock.instant()),
                        staff.require().fullName())
                .update();
        events.publishEvent(told.because(why));
    }

    /** Of that office on that day, by hour, without those that were called off. */
    public List<Campaign> on(OfficeCode office, LocalDate day) {
        return jdbc.sql(COLUMNS + "WHERE office_code = ? AND held_on = ? AND NOT cancelled ORDER BY opens, place")
                .params(office.value(), day)
                .query(row)
                .list();
    }

    /** Of that office from that day on, with those that were called off; the next first. */
    public List<Campaign> planned(OfficeCode office, LocalDate from) {
        return jdbc.sql(COLUMNS + "WHERE office_code = ? AND held_on >= ? ORDER BY held_on, opens LIMIT 100")
                .params(office.value(), from)
                .query(row)
                .list();
    }

    /** New activations to expect: the hourly rate of the latest earlier events of that office; empty without any. */
    public OptionalInt forecast(OfficeCode office, LocalDate before, Duration length) {
        record Earlier(Duration length, int activated) {}
        List<Earlier> earlier = jdbc.sql("""
                        SELECT c.opens, c.closes, (SELECT COUNT(*) FROM activation_step s
                            JOIN activation_case a ON a.id = s.activation_id
                            WHERE s.campaign_id = c.id AND s.action = 'CONFIRM' AND a.purpose = 'NEW') AS activated
                        FROM activation_campaign c WHERE c.office_code = :office AND c.held_on < :before AND NOT c.cancelled
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

    private Campaign row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Campaign(
                id,
                new OfficeCode(row.getString("office_code")),
                row.getString("place"),
                row.getString("village_code"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getString("crew"),
                row.getString("note"),
                row.getBoolean("cancelled"),
                changes(id));
    }

    private List<Campaign.Change> changes(UUID campaign) {
        return jdbc.sql("SELECT made_at, made_by, text, reason FROM activation_campaign_change WHERE campaign_id = ?"
                        + " ORDER BY made_at, id")
                .param(campaign)
                .query((row, number) -> new Campaign.Change(
                        UtcDateTime.read(row, "made_at"),
                        row.getString("made_by"),
                        row.getString("text"),
                        row.getString("reason")))
                .list();
    }
}
