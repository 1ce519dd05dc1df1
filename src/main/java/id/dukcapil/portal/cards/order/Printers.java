package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The card printers of the offices. */
@Service
@PreAuthorize("hasAnyAuthority('CARDS_READ', 'QUOTA_READ')")
public class Printers {

    /** One card printer prints about fifty cards a day; more wears it out. */
    public static final int USUAL_CEILING = 50;

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 40;
    private static final RowMapper<Printer> ROW = RecordRow.of(Printer.class);

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Printers(JdbcClient jdbc, CurrentStaff staff, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** @param dailyCeiling cards that it prints a day at most */
    public record Printer(UUID id, OfficeCode office, String name, int dailyCeiling, boolean active) {}

    /** @param printed blanks that went through it on that day, and those that are in it */
    public record Load(Printer printer, int printed) {

        public int left() {
            return Math.max(0, printer.dailyCeiling() - printed);
        }
    }

    public List<Printer> of(OfficeCode office) {
        return jdbc.sql("SELECT * FROM card_printer WHERE office_code = ? ORDER BY name")
                .param(office.value())
                .query(ROW)
                .list();
    }

    /** The printers in use with what they have done on a day of their office. */
    public List<Load> loads(OfficeCode office, LocalDate day) {
        return of(office).stream()
                .filter(Printer::active)
                .map(printer -> new Load(printer, printed(printer.id(), day)))
                .toList();
    }

    public OptionalInt capacity(OfficeCode office) {
        List<Printer> active = of(office).stream().filter(Printer::active).toList();
        return active.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(active.stream().mapToInt(Printer::dailyCeiling).sum());
    }

    /** Blanks that open orders are going to take; none where no printer is in use, because nothing is printed by order there. */
    public int reserved(OfficeCode office) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM card_order WHERE office_code = :office AND status IN (:statuses)
                          AND EXISTS (SELECT 1 FROM card_printer WHERE office_code = :office AND active)""")
                .param("office", office.value())
                .param("statuses", CaseStatus.names(OrderStatus.class, OrderStatus::needsBlank))
                .query(Integer.class)
                .single();
    }

    /** The printer, and nobody else starts a card on it until the transaction ends. */
    Optional<Load> lock(UUID id, LocalDate day) {
        return jdbc.sql("SELECT * FROM card_printer WHERE id = ? FOR UPDATE")
                .param(id)
                .query(ROW)
                .optional()
                .map(printer -> new Load(printer, printed(id, day)));
    }

    private int printed(UUID printer, LocalDate day) {
        return jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM card_printed WHERE printer_id = :printer AND printed_on = :day)
                             + (SELECT COUNT(*) FROM card_order WHERE printer_id = :printer AND status = :printing)""")
                .param("printer", printer)
                .param("day", day)
                .param("printing", OrderStatus.PRINTING.name())
                .query(Integer.class)
                .single();
    }

    /** Registers a printer, or changes one. @param id null for a new one */
    @PreAuthorize("hasAuthority('CARDS_ARRANGE')")
    @Transactional
    public void save(@Nullable UUID id, OfficeCode office, String name, @Nullable Integer ceiling, boolean active) {
        staff.requireScope(office);
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "Isi nama pencetak, paling banyak %d huruf.".formatted(LONGEST_NAME));
        }
        if (ceiling == null || ceiling < 1 || ceiling > MOST) {
            throw new InvalidInput("ceiling", "Isi batas kartu sehari antara 1 dan 1.000.");
        }
        try {
            store(id, office, called, ceiling, active);
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("name", "Nama ini sudah dipakai pencetak lain di kantor itu.");
        }
        events.publishEvent(AuditEvent.of("Pencetak KTP-el", called, id == null ? "Didaftarkan" : "Diubah")
                .at(office)
                .changing("Batas sehari", null, ceiling)
                .changing("Dipakai", null, active ? "ya" : "tidak"));
    }

    private void store(@Nullable UUID id, OfficeCode office, String name, int ceiling, boolean active) {
        String sql = id == null
                ? "INSERT INTO card_printer (id, office_code, name, daily_ceiling, active)"
                        + " VALUES (:id, :office, :name, :ceiling, :active)"
                : "UPDATE card_printer SET name = :name, daily_ceiling = :ceiling, active = :active"
                        + " WHERE id = :id AND office_code = :office";
        jdbc.sql(sql)
                .param("id", id == null ? TimeOrderedId.at(clock.instant()) : id)
                .param("office", office.value())
                .param("name", name)
                .param("ceiling", ceiling)
                .param("active", active)
                .update();
    }
}
