package id.dukcapil.portal.counter.hall;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.queue.Due.Allowances;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Arranges the hall of an office: its services, its counters and its rules. */
@Service
@PreAuthorize("hasAuthority('COUNTER_ARRANGE')")
public class HallSetUp {

    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_DESCRIPTION = 120;
    private static final int MOST_MINUTES = 240;
    private static final int MOST_CALLS = 9;
    private static final int MOST_DESKS = 999;

    private final Hall hall;
    private final CurrentStaff staff;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HallSetUp(Hall hall, CurrentStaff staff, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.hall = hall;
        this.staff = staff;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public HallSettings settings(OfficeCode office) {
        staff.requireScope(office);
        return hall.settings(office);
    }

    public List<HallService> services(OfficeCode office) {
        staff.requireScope(office);
        return hall.services(office);
    }

    public List<Desk> desks(OfficeCode office) {
        staff.requireScope(office);
        return hall.desks(office);
    }

    /** @throws InvalidInput for minutes outside 0 to 240 or calls outside 1 to 9 */
    @Transactional
    public void change(OfficeCode office, HallSettings wanted) {
        HallSettings before = settings(office);
        Allowances minutes = wanted.allowances();
        requireMinutes("booking", minutes.booking());
        requireMinutes("priority", minutes.priority());
        requireMinutes("walkIn", minutes.walkIn());
        if (wanted.calls() < 1 || wanted.calls() > MOST_CALLS) {
            throw new InvalidInput("calls", "Isi 1 sampai 9 kali.");
        }
        jdbc.sql("""
                        UPDATE counter_office SET booking_minutes = ?, priority_minutes = ?, walk_in_minutes = ?, calls = ?
                        WHERE office_code = ?""")
                .params(minutes.booking(), minutes.priority(), minutes.walkIn(), wanted.calls(), office.value())
                .update();
        tell(AuditEvent.of("Aturan antrean", office.value(), "Diubah")
                .at(office)
                .changing("Tenggang booking (menit)", before.allowances().booking(), minutes.booking())
                .changing("Tenggang prioritas (menit)", before.allowances().priority(), minutes.priority())
                .changing(
                        "Tenggang datang langsung (menit)", before.allowances().walkIn(), minutes.walkIn())
                .changing("Banyak panggilan", before.calls(), wanted.calls()));
    }

    private static void requireMinutes(String field, int minutes) {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new InvalidInput(field, "Isi 0 sampai 240 menit.");
        }
    }

    /**
     * Writes a service, a new one too.
     *
     * @throws InvalidInput when label or description do not fit, or another service has that letter
     */
    @Transactional
    public void change(OfficeCode office, HallService wanted) {
        List<HallService> known = services(office);
        requireText("label", wanted.label(), LONGEST_LABEL);
        requireText("description", wanted.description(), LONGEST_DESCRIPTION);
        if (!wanted.letter().matches("[A-Z]")) {
            throw new InvalidInput("letter", "Isi satu huruf A sampai Z.");
        }
        known.stream()
                .filter(other ->
                        other.letter().equals(wanted.letter()) && !other.code().equals(wanted.code()))
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidInput("letter", "Huruf %s dipakai %s.".formatted(other.letter(), other.label()));
                });
        jdbc.sql("""
                        INSERT INTO counter_service VALUES (:office, :code, :letter, :label, :description, :ordinal, :offered,
                          :kiosk)
                        ON DUPLICATE KEY UPDATE letter = :letter, label = :label, description = :description,
                          offered = :offered, at_kiosk = :kiosk""")
                .param("office", office.value())
                .param("code", wanted.code().value())
                .param("letter", wanted.letter())
                .param("label", wanted.label().strip())
                .param("description", wanted.description().strip())
                .param("ordinal", known.size())
                .param("offered", wanted.offered())
                .param("kiosk", wanted.atKiosk())
                .update();
        tell(AuditEvent.of("Layanan antrean", wanted.code().value(), "Disimpan")
                .at(office)
                .changing("Layanan", null, "%s %s".formatted(wanted.letter(), wanted.label()))
                .changing("Ditawarkan", null, wanted.offered() ? "ya" : "tidak"));
    }

    private static void requireText(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new InvalidInput(field, "Harus diisi, paling banyak %d huruf.".formatted(longest));
        }
    }

    /**
     * Writes the services of a counter, and opens a counter with that number when there is none.
     *
     * @throws InvalidInput for a number outside 1 to 999, for no services, or when the counter would go out of use while it is
     *     open
     */
    @Transactional
    public void changeDesk(OfficeCode office, int number, Set<ServiceCode> services, boolean inUse) {
        if (number < 1 || number > MOST_DESKS) {
            throw new InvalidInput("number", "Isi nomor loket 1 sampai 999.");
        }
        if (services.isEmpty()) {
            throw new InvalidInput("services", "Pilih paling sedikit satu layanan.");
        }
        Desk desk = desks(office).stream()
                .filter(known -> known.number() == number)
                .findFirst()
                .orElseGet(() -> open(office, number));
        if (!inUse && desk.sitting() != null) {
            throw new InvalidInput(
                    "inUse",
                    "Loket ini sedang dibuka %s.".formatted(desk.sitting().name()));
        }
        jdbc.sql("UPDATE counter_desk SET in_use = ? WHERE id = ?")
                .params(inUse, desk.id())
                .update();
        jdbc.sql("DELETE FROM counter_desk_service WHERE desk_id = ?")
                .param(desk.id())
                .update();
        services.forEach(service -> jdbc.sql("INSERT INTO counter_desk_service VALUES (?, ?)")
                .params(desk.id(), service.value())
                .update());
        tell(AuditEvent.of("Loket", "%s/%d".formatted(office, number), "Disimpan")
                .at(office)
                .changing("Layanan", names(desk.services()), names(services))
                .changing("Dipakai", desk.inUse() ? "ya" : "tidak", inUse ? "ya" : "tidak"));
    }

    private static String names(Set<ServiceCode> services) {
        return services.stream().map(ServiceCode::value).sorted().collect(Collectors.joining(", "));
    }

    private Desk open(OfficeCode office, int number) {
        UUID id = TimeOrderedId.at(clock.instant());
        jdbc.sql("INSERT INTO counter_desk VALUES (?, ?, ?, TRUE)")
                .params(id, office.value(), number)
                .update();
        return new Desk(id, office, number, true, Set.of(), null);
    }

    private void tell(AuditEvent event) {
        if (!event.changes().isEmpty()) {
            events.publishEvent(event);
        }
    }
}
