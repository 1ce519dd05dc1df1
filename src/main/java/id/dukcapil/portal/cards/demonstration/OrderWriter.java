package id.dukcapil.portal.cards.demonstration;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.InventedParcels.Holder;
import id.dukcapil.portal.cards.order.OrderAction;
import id.dukcapil.portal.cards.order.OrderMoved;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.cards.order.PrintOutcome;
import id.dukcapil.portal.cards.order.Printers;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.staff.DemonstrationStaff;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes invented orders in a few statements. Their blanks are those that the invented ledger has counted already. */
@Component
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.booking.demonstration"})
class OrderWriter {

    /** Who works in the print room. */
    static final String OPERATOR = "cetak";

    private static final int FIRST_SERIAL = 418_000_000;

    private final JdbcTemplate jdbc;
    private final DocumentNumbers numbers;
    private final NumberKind printOrderNumbers;
    private final NumberKind handoverNumbers;
    private final Map<String, List<UUID>> printers = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Nik, String> given = new HashMap<>();
    private final List<Object[]> orders = new ArrayList<>();
    private final List<Object[]> steps = new ArrayList<>();
    private final List<Object[]> printed = new ArrayList<>();
    private final List<Object[]> handovers = new ArrayList<>();
    private final List<CaseMoved> running = new ArrayList<>();
    private final List<CaseMoved> over = new ArrayList<>();
    private final ApplicationEventPublisher events;
    private final DemonstrationStaff staff;
    private int serials;

    OrderWriter(
            JdbcTemplate jdbc,
            DocumentNumbers numbers,
            NumberKind printOrderNumbers,
            NumberKind handoverNumbers,
            ApplicationEventPublisher events,
            DemonstrationStaff staff) {
        this.events = events;
        this.staff = staff;
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.printOrderNumbers = printOrderNumbers;
        this.handoverNumbers = handoverNumbers;
    }

    void printers(Office office, int count) {
        for (int i = 1; i <= count; i++) {
            jdbc.update(
                    "INSERT INTO card_printer (id, office_code, name, daily_ceiling, active) VALUES (UUID(), ?, ?, ?, TRUE)",
                    office.code().value(),
                    "Pencetak " + i,
                    Printers.USUAL_CEILING);
        }
    }

    private List<UUID> printersOf(String office) {
        return jdbc.query(
                "SELECT id FROM card_printer WHERE office_code = ? ORDER BY name",
                (row, number) -> row.getObject(1, UUID.class),
                office);
    }

    void add(Draft draft) {
        drafts.add(draft);
    }

    /** All of an office, numbered as they came. */
    private void write(Office office, List<Draft> some) {
        Iterator<String> number = next(printOrderNumbers, office, some.stream());
        Iterator<String> receipt = next(handoverNumbers, office, some.stream().filter(Draft::isHandedOver));
        some.forEach(draft -> write(draft, number.next(), draft.isHandedOver() ? receipt.next() : null));
    }

    private Iterator<String> next(NumberKind kind, Office office, Stream<Draft> some) {
        return numbers.next(kind, office, some.map(Draft::day).toList()).iterator();
    }

    private void write(Draft draft, String number, @Nullable String receipt) {
        Office office = draft.office();
        Holder holder = draft.holder();
        Past past = draft.past();
        List<OrderStatus> way = past.way();
        UUID id = TimeOrderedId.at(past.begun());
        List<UUID> choice = printers.computeIfAbsent(office.code().value(), this::printersOf);
        UUID printer = way.contains(OrderStatus.PRINTING) ? choice.get(past.chance() % choice.size()) : null;
        Instant printedAt = past.reached(OrderStatus.PRINTED);
        String serial = printedAt == null ? null : "A%09d".formatted(serials++);
        Instant ready = past.reached(OrderStatus.READY);
        orders.add(new Object[] {
            id,
            number,
            office.code().value(),
            holder.nik().value(),
            holder.fullName(),
            holder.birthDate().getYear(),
            past.reason().name(),
            past.reason().needsLetter() ? "STPLK/%d/%tY".formatted(100 + past.chance(), draft.day()) : null,
            draft.packed() == null ? null : draft.packed().reference(),
            past.status().name(),
            UtcDateTime.of(past.at()),
            past.status() == OrderStatus.HELD ? holder.birthDate().plusYears(Person.CARD_AGE) : null,
            printer,
            serial,
            ready != null && past.status() != OrderStatus.RECALLED
                    ? "%c-%02d".formatted('A' + past.chance() % 4, 1 + past.chance() % 20)
                    : null,
            ready == null ? null : UtcDateTime.of(ready),
            UtcDateTime.of(past.begun())
        });
        given.put(holder.nik(), number);
        steps(id, past, way);
        follow(office, past, way);
        if (printer != null && serial != null && printedAt != null) {
            printed.add(new Object[] {
                TimeOrderedId.at(printedAt),
                id,
                printer,
                office.code().value(),
                day(office, printedAt),
                PrintOutcome.GOOD.name(),
                serial,
                UtcDateTime.of(printedAt)
            });
        }
        if (receipt != null) {
            handovers.add(draft.handover(id, receipt, staff.actor(OPERATOR).name()));
        }
    }

    private void steps(UUID order, Past past, List<OrderStatus> way) {
        for (int step = 0; step < way.size(); step++) {
            Instant at = past.times().get(step);
            steps.add(new Object[] {
                TimeOrderedId.at(at),
                order,
                step,
                step == 0 ? null : way.get(step - 1).name(),
                way.get(step).name(),
                action(way.get(step)).name(),
                Actor.Kind.STAFF.name(),
                staff.actor(OPERATOR).name(),
                UtcDateTime.of(at),
                step == 0 ? past.reason().label() : null
            });
        }
    }

    /** Tells the clock of the standard what the last order went through. */
    private void follow(Office office, Past past, List<OrderStatus> way) {
        Object[] order = orders.getLast();
        Actor actor = staff.actor(OPERATOR);
        OrderStatus from = null;
        for (int step = 0; step < way.size(); step++) {
            OrderStatus to = way.get(step);
            if (from == null || !Objects.equals(from.row(), to.row())) {
                (past.status().isOpen() ? running : over)
                        .add(OrderMoved.PROCEDURE.moved(
                                (UUID) order[0],
                                (String) order[1],
                                office.code(),
                                from,
                                to,
                                past.times().get(step),
                                actor));
            }
            from = to;
        }
    }

    private static OrderAction action(OrderStatus reached) {
        return switch (reached) {
            case HELD, WAITING -> OrderAction.REQUEST;
            case PRINTING -> OrderAction.START;
            case PRINTED -> OrderAction.PRINT_WELL;
            case CHECKED -> OrderAction.CHECK;
            case READY -> OrderAction.SHELVE;
            case RECALLED -> OrderAction.RECALL;
            case HANDED_OVER -> OrderAction.HAND_OVER;
            case CANCELLED -> OrderAction.CANCEL;
        };
    }

    private static LocalDate day(Office office, Instant at) {
        return LocalDate.ofInstant(at, office.timeZone());
    }

    /** @return the numbers of the orders */
    Map<Nik, String> flush() {
        serials = FIRST_SERIAL
                + Objects.requireNonNull(jdbc.queryForObject("SELECT COUNT(*) FROM card_printed", Integer.class));
        drafts.sort(Comparator.comparing(draft -> draft.past().begun()));
        // In the order of the first order of each office, so that the serials are the same every time
        drafts.stream()
                .collect(groupingBy(Draft::office, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::write);
        jdbc.batchUpdate("""
                INSERT INTO card_order (id, number, office_code, person_nik, full_name, birth_year, reason, letter, reference, status,
                  status_since, held_until, printer_id, serial, shelf, ready_at, created_at, misprints, reminded_days, version, measured)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, TRUE)""", orders);
        jdbc.batchUpdate("""
                INSERT INTO card_order_step (id, print_order_id, ordinal, from_status, to_status, action, actor_kind,
                  actor_name, at, reason, actor_role)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')""", steps);
        jdbc.batchUpdate("""
                INSERT INTO card_printed (id, print_order_id, printer_id, office_code, printed_on, outcome, serial, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", printed);
        jdbc.batchUpdate("""
                INSERT INTO card_handover (id, print_order_id, office_code, receipt, receiver, receiver_name, relation, letter,
                  letter_on, old_card, old_note, handed_on, at, staff_name)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", handovers);
        events.publishEvent(new PastCases(over));
        running.forEach(events::publishEvent);
        Map<Nik, String> entered = Map.copyOf(given);
        List.of(drafts, orders, steps, printed, handovers, running, over).forEach(List::clear);
        given.clear();
        return entered;
    }

    /** The invented ledger ends yesterday; what was printed today is one line more. */
    void enterUsed(Office office, Instant now) {
        jdbc.update(
                """
                INSERT INTO cards_entry (id, office_code, number, kind, quantity, stock_after, happened_on, request_token,
                  entered_by_name, entered_at)
                SELECT UUID(), s.office_code, s.last_number + 1, ?, -COUNT(*), s.stock - COUNT(*), ?, UUID(), ?, ?
                FROM cards_stock s JOIN card_printed p ON p.office_code = s.office_code AND p.printed_on = ?
                WHERE s.office_code = ? GROUP BY s.office_code""",
                CardEntryKind.USE.name(),
                day(office, now),
                staff.actor(OPERATOR).name(),
                UtcDateTime.of(now),
                day(office, now),
                office.code().value());
        jdbc.update("""
                UPDATE cards_stock s JOIN cards_entry e ON e.office_code = s.office_code AND e.number = s.last_number + 1
                SET s.stock = e.stock_after, s.last_number = e.number WHERE s.office_code = ?""", office.code().value());
    }
}
