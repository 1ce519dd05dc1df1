package id.dukcapil.portal.cards.closing;

import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.order.PrintOutcome;
import id.dukcapil.portal.cards.shipment.Count;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What printers get out of the safe in a day. What is left in the evening is counted by the closing; the stock of the
 * office does not change by it.
 */
@Service
@EnableConfigurationProperties(SupplySettings.class)
@PreAuthorize("hasAuthority('CARDS_READ')")
public class PrinterSupplies {

    private static final int LONGEST_NAME = 40;

    private final JdbcClient jdbc;
    private final CardStocks stocks;
    private final SupplySettings settings;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PrinterSupplies(
            JdbcClient jdbc,
            CardStocks stocks,
            SupplySettings settings,
            CurrentStaff staff,
            Offices offices,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.stocks = stocks;
        this.settings = settings;
        this.staff = staff;
        this.offices = offices;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** @param cards that the printer got on the day */
    public record Supply(String printer, int cards) {}

    /** What each printer of the office got on that day. */
    public List<Supply> of(OfficeCode office, LocalDate day) {
        staff.requireScope(office);
        return jdbc.sql("""
                        SELECT printer, SUM(cards) AS cards FROM cards_supply WHERE office_code = ? AND day = ?
                        GROUP BY printer ORDER BY printer""")
                .params(office.value(), day)
                .query(RecordRow.of(Supply.class))
                .list();
    }

    /** The names of the printers that the office uses. */
    public List<String> printers(OfficeCode office) {
        return jdbc.sql("SELECT name FROM card_printer WHERE office_code = ? AND active ORDER BY name")
                .param(office.value())
                .query(OneColumn.TEXT)
                .list();
    }

    /**
     * A printer on the day of a closing.
     *
     * @param good and spoilt: blanks that went through it until the count
     * @param left what was counted at it; null where nobody counted there
     */
    public record PrinterDay(
            String printer,
            int given,
            int good,
            int spoilt,
            @Nullable Integer left) {

        /** Cards that were found more or less at the printer than it must have left; 0 while nobody counted. */
        public int difference() {
            return left == null ? 0 : left - (given - good - spoilt);
        }
    }

    /** What each printer got, printed and gave back; nothing where printers were not supplied. */
    public List<PrinterDay> compared(Closing closing) {
        staff.requireScope(closing.office());
        List<PrinterDay> days = jdbc.sql("""
                        SELECT printer, CAST(SUM(given) AS INT) AS given, CAST(SUM(good) AS INT) AS good,
                          CAST(SUM(spoilt) AS INT) AS spoilt
                        FROM (SELECT printer, cards AS given, 0 AS good, 0 AS spoilt FROM cards_supply
                              WHERE office_code = :office AND day = :day
                              UNION ALL
                              SELECT p.name, 0, c.outcome = :good, c.outcome <> :good
                              FROM card_printed c JOIN card_printer p ON p.id = c.printer_id
                              WHERE c.office_code = :office AND c.printed_on = :day AND c.at <= :counted) moves
                        GROUP BY printer ORDER BY printer""")
                .param("office", closing.office().value())
                .param("day", closing.day())
                .param("good", PrintOutcome.GOOD.name())
                .param("counted", UtcDateTime.of(closing.countedAt()))
                .query((row, number) -> new PrinterDay(
                        row.getString("printer"),
                        row.getInt("given"),
                        row.getInt("good"),
                        row.getInt("spoilt"),
                        left(closing, row.getString("printer"))))
                .list();
        return days.stream().allMatch(day -> day.given() == 0) ? List.of() : days;
    }

    private static @Nullable Integer left(Closing closing, String printer) {
        return closing.places().stream()
                .filter(place -> place.place().equalsIgnoreCase(printer))
                .map(PlaceCount::cards)
                .findFirst()
                .orElse(null);
    }

    /** The sentence about cap and refill mark. */
    public String rule() {
        return "Paling banyak %d blangko per printer; isi ulang bila sisa %d atau kurang."
                .formatted(settings.cap(), settings.refillAt());
    }

    /**
     * Gives a printer blanks.
     *
     * @param left what it still has; 0 in the morning
     * @param token the same for every attempt
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public void give(OfficeCode office, String printer, @Nullable Integer left, @Nullable Integer cards, UUID token) {
        staff.requireScope(office);
        String name = printer.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidInput("printer", "Isi nama printernya, paling banyak 40 huruf.");
        }
        int rest = Count.of("left", left);
        int more = Count.of("cards", cards);
        if (rest > settings.refillAt()) {
            throw new InvalidInput("left", "Printer ini masih punya %d; %s".formatted(rest, rule()));
        }
        if (more == 0 || rest + more > settings.cap()) {
            throw new InvalidInput("cards", rule());
        }
        retry.inTransaction(() -> {
            jdbc.sql("SELECT stock FROM cards_stock WHERE office_code = ? FOR UPDATE")
                    .param(office.value())
                    .query(Integer.class)
                    .optional();
            LocalDate today = LocalDate.ofInstant(
                    clock.instant(), offices.find(office).orElseThrow().timeZone());
            int stock = stocks.of(office).map(CardSupply::stock).orElse(0);
            if (rest + more > stock) {
                throw new InvalidInput("cards", "Stok kantor tinggal %d.".formatted(stock));
            }
            int rows = jdbc.sql("""
                            INSERT IGNORE INTO cards_supply (id, office_code, day, printer, cards, entered_name, entered_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            token,
                            office.value(),
                            today,
                            name,
                            more,
                            staff.require().fullName(),
                            UtcDateTime.of(clock.instant()))
                    .update();
            if (rows > 0) {
                events.publishEvent(AuditEvent.of("Pasokan printer", "%s %s".formatted(office, name), "Diisi")
                        .at(office)
                        .changing("Sisa", null, rest)
                        .changing("Ditambah", null, more));
            }
        });
    }
}
