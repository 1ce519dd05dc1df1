package id.dukcapil.portal.cards.closing;

import id.dukcapil.portal.cards.closing.ClosingRows.Ledger;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes the invented days of the ledgers, and leaves something to do: a delivery that a second person has to count, a
 * transfer on the way, and printers that were filled this morning. Entered once, into empty tables.
 */
@Component
@Order(47)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.booking.demonstration"})
class DemonstrationClosings implements SetUpStep {

    private static final OfficeCode LATE = new OfficeCode("320437");
    private static final LocalTime COUNTED = LocalTime.of(15, 50);
    private static final LocalTime MORNING = LocalTime.of(7, 45);
    private static final String BY = "Petugas (data contoh)";
    private static final String TRANSFER = "ST-CONTOH/DINAS/1";

    private final ClosingRows rows;
    private final JdbcClient jdbc;
    private final Offices offices;
    private final DocumentNumbers numbers;
    private final NumberKind closingNumbers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationClosings(
            ClosingRows rows,
            JdbcClient jdbc,
            Offices offices,
            DocumentNumbers numbers,
            NumberKind closingNumbers,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.offices = offices;
        this.numbers = numbers;
        this.closingNumbers = closingNumbers;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Day(LocalDate day, int lastLine, int stock, int inBox) {}

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM cards_closing)")
                .query(Boolean.class)
                .single();
        if (!used) {
            transaction.executeWithoutResult(status -> tell());
        }
    }

    private void tell() {
        List<OfficeCode> withLedger = jdbc.sql("SELECT office_code FROM cards_stock WHERE last_number > 0")
                .query((row, number) -> new OfficeCode(row.getString(1)))
                .list();
        for (OfficeCode code : withLedger) {
            Office office = offices.find(code).orElseThrow();
            List<Day> days = days(office);
            // One office is late with its last two days
            int closed = code.equals(LATE) ? Math.max(0, days.size() - 2) : days.size();
            close(office, days.subList(0, closed));
            fillPrinters(office);
        }
        if (withLedger.contains(new OfficeCode("DINAS"))) {
            moreToCome();
        }
    }

    private List<Day> days(Office office) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        return jdbc.sql("""
                        SELECT e.happened_on AS day, MAX(e.number) AS last_line,
                          (SELECT SUM(q.quantity) FROM cards_entry q WHERE q.office_code = :office AND q.number <= MAX(e.number)) AS stock,
                          (SELECT COALESCE(SUM(b.cards), 0) FROM cards_box b
                           WHERE b.office_code = :office AND b.happened_on <= e.happened_on) AS in_box
                        FROM cards_entry e WHERE e.office_code = :office AND e.happened_on < :today
                        GROUP BY e.happened_on ORDER BY e.happened_on""")
                .param("office", office.code().value())
                .param("today", today)
                .query((row, number) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getInt("last_line"),
                        row.getInt("stock"),
                        row.getInt("in_box")))
                .list();
    }

    private void close(Office office, List<Day> days) {
        List<String> given =
                numbers.next(closingNumbers, office, days.stream().map(Day::day).toList());
        for (int i = 0; i < days.size(); i++) {
            close(office, days.get(i), given.get(i));
        }
    }

    private void close(Office office, Day day, String number) {
        Instant at = day.day().atTime(COUNTED).atZone(office.timeZone()).toInstant();
        UUID id = TimeOrderedId.at(at);
        rows.insert(
                id,
                office.code(),
                day.day(),
                new Ledger(day.lastLine(), day.inBox()),
                List.of(new PlaceCount(PlaceCount.SAFE, day.stock())),
                day.inBox(),
                null,
                BY,
                at);
        Closing counted = rows.find(id).orElseThrow();
        rows.close(counted, number, null, BY, at.plusSeconds(31));
    }

    private void fillPrinters(Office office) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        Instant at = today.atTime(MORNING).atZone(office.timeZone()).toInstant();
        jdbc.sql("""
                        INSERT INTO cards_supply (id, office_code, day, printer, cards, entered_name, entered_at)
                        VALUES (UUID(), ?, ?, 'Pencetak 1', 30, ?, ?)""")
                .params(office.code().value(), today, BY, UtcDateTime.of(at))
                .update();
    }

    private void moreToCome() {
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO cards_receipt (id, office_code, reference, declared, counted, counted_by, counted_name, counted_at)
                        VALUES (UUID(), 'DINAS', 'BAST-2026/11/0063', 500, 500, UUID(), ?, ?)""").params(BY, UtcDateTime.of(now)).update();
        Instant sent = Objects.requireNonNullElse(
                jdbc.sql("SELECT MAX(entered_at) AS at FROM cards_entry WHERE reference = ?")
                        .param(TRANSFER)
                        .query((row, number) -> UtcDateTime.readNullable(row, "at"))
                        .list()
                        .getFirst(),
                now);
        jdbc.sql("""
                        INSERT INTO cards_transfer (id, number, from_office, to_office, sent, sent_name, sent_at, request_token)
                        SELECT UUID(), ?, 'DINAS', '320437', -quantity, ?, ?, UUID() FROM cards_entry WHERE reference = ?""").params(TRANSFER, BY, UtcDateTime.of(sent), TRANSFER).update();
    }
}
