package id.dukcapil.portal.counter.hall;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.hall.Desk.Sitting;
import id.dukcapil.portal.counter.queue.Due.Allowances;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Services and counters of an office as they are; an office that has set up nothing gets the usual services and counter 1. */
@Component
public class Hall {

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Retry retry;
    private final Clock clock;

    Hall(JdbcClient jdbc, Offices offices, Retry retry, Clock clock) {
        this.jdbc = jdbc;
        this.retry = retry;
        this.offices = offices;
        this.clock = clock;
    }

    /** @throws TicketRefused when there is no such office */
    public Office office(OfficeCode code) {
        return offices.find(code).orElseThrow(() -> new TicketRefused("Kantor ini tidak dikenal."));
    }

    public LocalDate today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }

    public HallSettings settings(OfficeCode office) {
        return jdbc.sql("SELECT * FROM counter_office WHERE office_code = ?")
                .param(office.value())
                .query((row, number) -> new HallSettings(
                        new Allowances(
                                row.getInt("booking_minutes"),
                                row.getInt("priority_minutes"),
                                row.getInt("walk_in_minutes")),
                        row.getInt("calls")))
                .optional()
                .orElseGet(() -> {
                    retry.inTransaction(() -> setUp(office));
                    return HallSettings.USUAL;
                });
    }

    /** In the order of the office. */
    public List<HallService> services(OfficeCode office) {
        settings(office);
        return jdbc.sql("SELECT * FROM counter_service WHERE office_code = ? ORDER BY ordinal, code")
                .param(office.value())
                .query((row, number) -> new HallService(
                        new ServiceCode(row.getString("code")),
                        row.getString("letter"),
                        row.getString("label"),
                        row.getString("description"),
                        row.getBoolean("offered"),
                        row.getBoolean("at_kiosk")))
                .list();
    }

    /** @throws TicketRefused when the office does not offer it */
    public HallService service(OfficeCode office, ServiceCode code) {
        return services(office).stream()
                .filter(service -> service.offered() && service.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new TicketRefused("Layanan ini tidak ada di kantor ini."));
    }

    /** All counters, those out of use too, by number. */
    public List<Desk> desks(OfficeCode office) {
        settings(office);
        Map<UUID, Set<ServiceCode>> services = jdbc
                .sql("""
                        SELECT s.desk_id, s.service FROM counter_desk_service s JOIN counter_desk d ON d.id = s.desk_id
                        WHERE d.office_code = ?""")
                .param(office.value())
                .query((row, number) ->
                        Map.entry(row.getObject("desk_id", UUID.class), new ServiceCode(row.getString("service"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
        return jdbc.sql("""
                        SELECT d.*, s.staff_id, s.staff_name, s.opened_at, s.break_since FROM counter_desk d
                        LEFT JOIN counter_sitting s ON s.open_desk = d.id WHERE d.office_code = ? ORDER BY d.number""")
                .param(office.value())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Desk(
                            id,
                            office,
                            row.getInt("number"),
                            row.getBoolean("in_use"),
                            services.getOrDefault(id, Set.of()),
                            sitting(row));
                })
                .list();
    }

    public Optional<Desk> deskOf(OfficeCode office, StaffId staff) {
        return desks(office).stream()
                .filter(desk -> desk.sitting() != null && desk.sitting().staff().equals(staff))
                .findFirst();
    }

    private static @Nullable Sitting sitting(ResultSet row) throws SQLException {
        UUID staff = row.getObject("staff_id", UUID.class);
        return staff == null
                ? null
                : new Sitting(
                        new StaffId(staff),
                        row.getString("staff_name"),
                        UtcDateTime.read(row, "opened_at"),
                        UtcDateTime.readNullable(row, "break_since"));
    }

    /** Two processes may come here at once; what one has written the other leaves. */
    private void setUp(OfficeCode office) {
        Allowances usual = HallSettings.USUAL.allowances();
        jdbc.sql("INSERT IGNORE INTO counter_office VALUES (?, ?, ?, ?, ?)")
                .params(office.value(), usual.booking(), usual.priority(), usual.walkIn(), HallSettings.USUAL.calls())
                .update();
        for (int i = 0; i < HallService.USUAL.size(); i++) {
            HallService service = HallService.USUAL.get(i);
            jdbc.sql("INSERT IGNORE INTO counter_service VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            office.value(),
                            service.code().value(),
                            service.letter(),
                            service.label(),
                            service.description(),
                            i,
                            service.offered(),
                            service.atKiosk())
                    .update();
        }
        Instant now = clock.instant();
        jdbc.sql("INSERT IGNORE INTO counter_desk VALUES (?, ?, 1, TRUE)")
                .params(TimeOrderedId.at(now), office.value())
                .update();
        jdbc.sql("""
                        INSERT IGNORE INTO counter_desk_service
                        SELECT d.id, s.code FROM counter_desk d JOIN counter_service s ON s.office_code = d.office_code
                        WHERE d.office_code = ? AND d.number = 1""").param(office.value()).update();
    }
}
