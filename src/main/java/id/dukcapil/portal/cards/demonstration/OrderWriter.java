package id.dukcapil.portal.cards.demonstration;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.handover.OldCard;
import id.dukcapil.portal.cards.handover.ReceiverKind;
import id.dukcapil.portal.cards.order.OrderAction;
import id.dukcapil.portal.cards.order.OrderMoved;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.cards.order.PrintOutcome;
import id.dukcapil.portal.cards.order.Printers;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.staff.Office;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    private static final UUID OPERATOR = UUID.nameUUIDFromBytes("cetak".getBytes(StandardCharsets.UTF_8));
    private static final String BY = "Petugas (data contoh)";
    private static final List<OrderStatus> REACHED = List.of(
            OrderStatus.WAITING,
            OrderStatus.PRINTING,
            OrderStatus.PRINTED,
            OrderStatus.CHECKED,
            OrderStatus.READY,
            OrderStatus.HANDED_OVER);

    private final JdbcTemplate jdbc;
    private final DocumentNumbers numbers;
    private final NumberKind printOrderNumbers;
    private final NumberKind handoverNumbers;
    private final Map<String, List<UUID>> printers = new HashMap<>();
    private final List<Object[]> orders = new ArrayList<>();
    private final List<Object[]> steps = new ArrayList<>();
    private final List<Object[]> printed = new ArrayList<>();
    private final List<Object[]> handovers = new ArrayList<>();
    private final List<CaseMoved> running = new ArrayList<>();
    private final List<CaseMoved> over = new ArrayList<>();
    private final ApplicationEventPublisher events;

    OrderWriter(
            JdbcTemplate jdbc,
            DocumentNumbers numbers,
            NumberKind printOrderNumbers,
            NumberKind handoverNumbers,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.printOrderNumbers = printOrderNumbers;
        this.handoverNumbers = handoverNumbers;
    }

    /** @param at when the order came to its status; @param chance 0 to 99, for what differs from card to card */
    record Past(OrderStatus status, PrintReason reason, Instant at, int chance) {

        List<OrderStatus> way() {
            return switch (status) {
                case HELD -> List.of(status);
                case RECALLED ->
                    Stream.concat(upTo(OrderStatus.READY), Stream.of(status)).toList();
                default -> upTo(status).toList();
            };
        }

        private static Stream<OrderStatus> upTo(OrderStatus last) {
            return REACHED.subList(0, REACHED.indexOf(last) + 1).stream();
        }

        /** When the step was taken after which that many follow until today's status. */
        Instant before(int following) {
            return at.minus(Duration.ofMinutes(following * 7L));
        }
    }

    void printers(Office office, int count) {
        for (int i = 1; i <= count; i++) {
            UUID id = UUID.randomUUID();
            printers.computeIfAbsent(office.code().value(), code -> new ArrayList<>())
                    .add(id);
            jdbc.update(
                    "INSERT INTO card_printer (id, office_code, name, daily_ceiling, active) VALUES (?, ?, ?, ?, TRUE)",
                    id,
                    office.code().value(),
                    "Pencetak " + i,
                    Printers.USUAL_CEILING);
        }
    }

    void add(Office office, PersonRow person, Past past) {
        List<OrderStatus> way = past.way();
        int last = way.size() - 1;
        UUID id = TimeOrderedId.at(past.before(last));
        List<UUID> choice = printers.getOrDefault(office.code().value(), List.of());
        UUID printer = way.contains(OrderStatus.PRINTING) ? choice.get(past.chance() % choice.size()) : null;
        String serial = way.contains(OrderStatus.PRINTED) ? "A%09d".formatted(418_000_000 + orders.size()) : null;
        boolean shelved = way.contains(OrderStatus.READY);
        orders.add(new Object[] {
            id,
            numbers.next(printOrderNumbers, office),
            office.code().value(),
            person.nik().value(),
            person.fullName(),
            person.birthDate().getYear(),
            past.reason().name(),
            past.reason().needsLetter() ? "STPLK/%d/XI/2026".formatted(100 + past.chance()) : null,
            past.status().name(),
            UtcDateTime.of(past.at()),
            past.status() == OrderStatus.HELD ? person.birthDate().plusYears(Person.CARD_AGE) : null,
            printer,
            serial,
            shelved && past.status() != OrderStatus.RECALLED
                    ? "%c-%02d".formatted('A' + past.chance() % 4, 1 + past.chance() % 20)
                    : null,
            shelved ? UtcDateTime.of(past.before(last - way.indexOf(OrderStatus.READY))) : null,
            UtcDateTime.of(past.before(last))
        });
        steps(id, past, way);
        follow(office, past, way);
        if (printer != null && serial != null) {
            Instant at = past.before(last - way.indexOf(OrderStatus.PRINTED));
            printed.add(new Object[] {
                TimeOrderedId.at(at),
                id,
                printer,
                office.code().value(),
                day(office, at),
                PrintOutcome.GOOD.name(),
                serial,
                UtcDateTime.of(at)
            });
        }
        if (past.status() == OrderStatus.HANDED_OVER) {
            handover(office, id, person, past);
        }
    }

    private void steps(UUID order, Past past, List<OrderStatus> way) {
        for (int step = 0; step < way.size(); step++) {
            Instant at = past.before(way.size() - 1 - step);
            steps.add(new Object[] {
                TimeOrderedId.at(at),
                order,
                step,
                step == 0 ? null : way.get(step - 1).name(),
                way.get(step).name(),
                action(way.get(step)).name(),
                Actor.Kind.STAFF.name(),
                BY,
                UtcDateTime.of(at),
                step == 0 ? past.reason().label() : null
            });
        }
    }

    /** Tells the clock of the standard what the last order went through. */
    private void follow(Office office, Past past, List<OrderStatus> way) {
        Object[] order = orders.getLast();
        var actor = new Actor(Actor.Kind.STAFF, OPERATOR, BY);
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
                                past.before(way.size() - 1 - step),
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

    private void handover(Office office, UUID order, PersonRow person, Past past) {
        ReceiverKind receiver =
                past.chance() < 75 ? ReceiverKind.SELF : past.chance() < 92 ? ReceiverKind.FAMILY : ReceiverKind.PROXY;
        boolean proxy = receiver == ReceiverKind.PROXY;
        OldCard old = switch (past.reason()) {
            case FIRST -> OldCard.NONE;
            case LOST -> OldCard.LOST;
            case DAMAGED, CHANGED_DATA -> OldCard.RECEIVED;
        };
        handovers.add(new Object[] {
            TimeOrderedId.at(past.at()),
            order,
            office.code().value(),
            numbers.next(handoverNumbers, office),
            receiver.name(),
            receiver == ReceiverKind.SELF ? person.fullName() : "DEDE SUNARYA",
            relation(receiver),
            proxy ? "%02d/SK/2026".formatted(past.chance()) : null,
            proxy ? day(office, past.at()) : null,
            old.name(),
            old == OldCard.NONE ? "Kartu pertama" : null,
            day(office, past.at()),
            UtcDateTime.of(past.at()),
            BY
        });
    }

    private static @Nullable String relation(ReceiverKind receiver) {
        return switch (receiver) {
            case FAMILY -> "FAMILI LAIN";
            case PROXY -> "tetangga";
            case SELF, COLLECTIVE -> null;
        };
    }

    private static LocalDate day(Office office, Instant at) {
        return LocalDate.ofInstant(at, office.timeZone());
    }

    void flush(List<Office> offices, Instant now) {
        jdbc.batchUpdate("""
                INSERT INTO card_order (id, number, office_code, person_nik, full_name, birth_year, reason, letter, status,
                  status_since, held_until, printer_id, serial, shelf, ready_at, created_at, misprints, reminded_days, version, measured)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, TRUE)""", orders);
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
        offices.forEach(office -> enterUsed(office, now));
        events.publishEvent(new PastCases(over));
        running.forEach(events::publishEvent);
        running.clear();
        over.clear();
        orders.clear();
        steps.clear();
        printed.clear();
        handovers.clear();
    }

    /** The invented ledger ends yesterday; what was printed today is one line more. */
    private void enterUsed(Office office, Instant now) {
        jdbc.update(
                """
                INSERT INTO cards_entry (id, office_code, number, kind, quantity, stock_after, happened_on, request_token,
                  entered_by_name, entered_at)
                SELECT UUID(), s.office_code, s.last_number + 1, ?, -COUNT(*), s.stock - COUNT(*), ?, UUID(), ?, ?
                FROM cards_stock s JOIN card_printed p ON p.office_code = s.office_code AND p.printed_on = ?
                WHERE s.office_code = ? GROUP BY s.office_code""",
                CardEntryKind.USE.name(),
                day(office, now),
                BY,
                UtcDateTime.of(now),
                day(office, now),
                office.code().value());
        jdbc.update("""
                UPDATE cards_stock s JOIN cards_entry e ON e.office_code = s.office_code AND e.number = s.last_number + 1
                SET s.stock = e.stock_after, s.last_number = e.number WHERE s.office_code = ?""", office.code().value());
    }
}
