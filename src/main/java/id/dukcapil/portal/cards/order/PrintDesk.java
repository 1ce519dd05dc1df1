package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.destruction.SpoiltCard;
import id.dukcapil.portal.cards.destruction.SpoiltCause;
import id.dukcapil.portal.cards.order.PrintedCards.Blank;
import id.dukcapil.portal.cards.order.Printers.Load;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.Standing;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The print room: one method for each button. Every blank that is used is entered in the ledger in the same transaction. A verb
 * answers with the order as it is then, or nothing when there is none within reach.
 *
 * <p>All verbs throw {@link id.dukcapil.portal.common.ChangedMeanwhile} when the order has another version than was seen,
 * {@link IllegalMove} when its status does not allow it, and {@link InvalidInput} for what cannot be used.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_PRINT')")
public class PrintDesk {

    private final OrderRecords records;
    private final CaseCommands cases;
    private final Printers printers;
    private final PrintedCards printed;
    private final CardLedger ledger;
    private final CardStocks stocks;
    private final Population population;
    private final CurrentStaff staff;
    private final Offices offices;
    private final JdbcClient jdbc;

    PrintDesk(
            OrderRecords records,
            CaseCommands cases,
            Printers printers,
            PrintedCards printed,
            CardLedger ledger,
            CardStocks stocks,
            Population population,
            CurrentStaff staff,
            Offices offices,
            JdbcClient jdbc) {
        this.records = records;
        this.cases = cases;
        this.printers = printers;
        this.printed = printed;
        this.ledger = ledger;
        this.stocks = stocks;
        this.population = population;
        this.staff = staff;
        this.offices = offices;
        this.jdbc = jdbc;
    }

    public Optional<OrderDetails> start(String number, long seen, UUID printer) {
        return change(number, seen, (order, by) -> start(order, printer, by));
    }

    /** Takes the next order of the queue; two operators never get the same. Nothing when none waits. */
    public Optional<OrderDetails> startNext(OfficeCode office, UUID printer) {
        staff.requireScope(office);
        return cases.inTransaction(() -> nextIn(office)
                        .flatMap(number -> cases.change(
                                () -> records.lockByNumber(number), (order, by) -> start(order, printer, by))))
                .map(PrintOrder::details);
    }

    /** In the order of the index, so that only the row that is taken is locked. */
    private Optional<String> nextIn(OfficeCode office) {
        return jdbc.sql("""
                        SELECT number FROM card_order FORCE INDEX (card_order_by_office_status)
                        WHERE office_code = :office AND status = :waiting AND (reason = :first OR NOT :scarce)
                        ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param("office", office.value())
                .param("waiting", OrderStatus.WAITING.name())
                .param("scarce", isScarce(office))
                .param("first", PrintReason.FIRST.name())
                .query(String.class)
                .optional();
    }

    private void start(PrintOrder order, UUID printer, ActedBy by) {
        population
                .find(order.nik())
                .filter(person -> person.standing() == Standing.DECEASED)
                .ifPresent(person -> {
                    throw new InvalidInput("order", person.standing().sentence());
                });
        if (!order.reason().isFirst() && isScarce(order.office())) {
            throw new InvalidInput(
                    "order",
                    "Blangko tidak cukup untuk kartu pertama yang menunggu; penggantian menunggu kiriman berikutnya.");
        }
        Load load = printers.lock(printer, day(order.office(), by.at()))
                .filter(found ->
                        found.printer().active() && found.printer().office().equals(order.office()))
                .orElseThrow(() -> new InvalidInput("printer", "Pilih pencetak kantor ini yang dipakai."));
        if (load.left() == 0) {
            throw new InvalidInput(
                    "printer",
                    "%s sudah mencapai batas %d kartu hari ini. Pilih pencetak lain."
                            .formatted(load.printer().name(), load.printer().dailyCeiling()));
        }
        order.start(printer, load.printer().name(), by);
    }

    /** Whether the blanks of an office do not reach beyond the first cards that wait. */
    private boolean isScarce(OfficeCode office) {
        int firsts = jdbc.sql("SELECT COUNT(*) FROM card_order WHERE office_code = ? AND status = ? AND reason = ?")
                .params(office.value(), OrderStatus.WAITING.name(), PrintReason.FIRST.name())
                .query(Integer.class)
                .single();
        return firsts > 0 && stocks.of(office).map(CardSupply::stock).orElse(0) <= firsts;
    }

    /**
     * Has it printed and handed over at another office.
     *
     * @throws InvalidInput for an office that does not serve, or the same
     */
    @PreAuthorize("hasAuthority('CARDS_ARRANGE')")
    public Optional<OrderDetails> move(String number, long seen, @Nullable OfficeCode place, String why) {
        return change(number, seen, (order, by) -> {
            Office to = offices.inServiceOn(day(order.office(), by.at())).stream()
                    .filter(office ->
                            office.code().equals(place) && !office.code().equals(order.office()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("place", "Pilih kantor lain yang sedang melayani."));
            String from = offices.find(order.office()).orElseThrow().name();
            order.move(to.code(), "%s → %s: %s".formatted(from, to.name(), words(why)), by);
        });
    }

    public Optional<OrderDetails> putBack(String number, long seen) {
        return change(number, seen, PrintOrder::putBack);
    }

    /** @param serial of the card, scanned or typed; empty at offices that only count */
    public Optional<OrderDetails> printedWell(String number, long seen, String serial) {
        String known = PrintedCards.serial(serial);
        return change(number, seen, (order, by) -> {
            UUID token = UUID.randomUUID();
            order.printedWell(known, token, by);
            printed.add(blank(order, PrintOutcome.GOOD, known, by));
            ledger.enter(good(order, token, by.at()));
        });
    }

    /** @param cause what went wrong; the order waits again */
    public Optional<OrderDetails> misprinted(String number, long seen, PrintOutcome cause, String serial) {
        String known = PrintedCards.serial(serial);
        requireFault(cause);
        return change(number, seen, (order, by) -> {
            order.misprinted(cause, known, by);
            printed.add(blank(order, cause, known, by));
            ledger.post(spoilt(order, cause, by.at()), box(order, causeOf(cause)));
        });
    }

    /** Name, photograph and chip were compared with the order. */
    public Optional<OrderDetails> passed(String number, long seen) {
        return change(number, seen, PrintOrder::checked);
    }

    /** The card that was counted as good is counted as a misprint instead, and the order waits again. */
    public Optional<OrderDetails> rejected(String number, long seen, PrintOutcome cause) {
        requireFault(cause);
        return change(number, seen, (order, by) -> {
            UUID token = order.ledgerToken();
            order.rejected(cause, by);
            CardEntry line = ledger.enter(good(order, Objects.requireNonNull(token), by.at()));
            ledger.correct(line, 0, "Tidak lulus periksa: " + cause.label(), UUID.randomUUID());
            ledger.post(spoilt(order, cause, by.at()), box(order, causeOf(cause)));
            printed.rejected(order.details().id(), cause);
        });
    }

    public Optional<OrderDetails> shelve(String number, long seen, String place) {
        return change(number, seen, (order, by) -> order.shelve(place, by));
    }

    public Optional<OrderDetails> recall(String number, long seen, String why) {
        return change(number, seen, (order, by) -> order.recall(words(why), by));
    }

    /** A card that was printed already waits to be destroyed then. */
    public Optional<OrderDetails> cancel(String number, long seen, String why) {
        return change(number, seen, (order, by) -> {
            boolean isPrinted = order.status().isUncollected();
            order.cancel(words(why), by);
            if (isPrinted) {
                ledger.takeBack(order.office(), box(order, SpoiltCause.CHANGED_DATA), number, UUID.randomUUID());
            }
        });
    }

    private SpoiltCard box(PrintOrder order, SpoiltCause cause) {
        return new SpoiltCard(
                cause, population.find(order.nik()).map(Person::districtCode).orElse(null));
    }

    private static SpoiltCause causeOf(PrintOutcome outcome) {
        return switch (outcome) {
            case ENCODE_FAILED -> SpoiltCause.ENCODE_FAILED;
            case PRINT_FAILED -> SpoiltCause.PRINT_FAILED;
            case DAMAGED, GOOD -> SpoiltCause.DAMAGED;
        };
    }

    private Optional<OrderDetails> change(String number, long seen, BiConsumer<PrintOrder, ActedBy> verb) {
        return cases.change(() -> records.lockByNumber(number), seen, verb).map(PrintOrder::details);
    }

    private static void requireFault(PrintOutcome cause) {
        if (cause == PrintOutcome.GOOD) {
            throw new InvalidInput("cause", "Pilih sebab gagalnya.");
        }
    }

    private static String words(String typed) {
        String why = typed.strip();
        if (why.isEmpty() || why.length() > NewCardEntry.LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
        return why;
    }

    private Blank blank(PrintOrder order, PrintOutcome outcome, @Nullable String serial, ActedBy by) {
        OrderDetails now = order.details();
        return new Blank(
                now.id(),
                Objects.requireNonNull(now.printerId()),
                now.office(),
                day(now.office(), by.at()),
                outcome,
                serial,
                by.at());
    }

    private NewCardEntry good(PrintOrder order, UUID token, Instant at) {
        return line(order, CardEntryKind.USE, "", token, at);
    }

    private NewCardEntry spoilt(PrintOrder order, PrintOutcome cause, Instant at) {
        CardEntryKind kind = cause == PrintOutcome.DAMAGED ? CardEntryKind.DAMAGE : CardEntryKind.MISPRINT;
        return line(order, kind, cause.label(), UUID.randomUUID(), at);
    }

    private NewCardEntry line(PrintOrder order, CardEntryKind kind, String reason, UUID token, Instant at) {
        return new NewCardEntry(
                order.office(),
                kind,
                1,
                day(order.office(), at),
                order.details().number(),
                reason,
                token);
    }

    private LocalDate day(OfficeCode office, Instant at) {
        return LocalDate.ofInstant(at, offices.find(office).orElseThrow().timeZone());
    }
}
