package id.dukcapil.portal.cards;

import id.dukcapil.portal.cards.destruction.SpoiltBox;
import id.dukcapil.portal.cards.destruction.SpoiltBox.Spoilt;
import id.dukcapil.portal.cards.destruction.SpoiltCard;
import id.dukcapil.portal.cards.destruction.SpoiltCause;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledgers as they are stored: the stock of an office is counted in one row, which whoever adds a line locks first. */
@Repository
class LedgerRows {

    /** @param lastNumber of the latest line; 0 before the first */
    record Stock(OfficeCode office, int cards, int safety, int lastNumber) {}

    /** A line that is about to be written. */
    record NewLine(
            CardEntryKind kind,
            int quantity,
            LocalDate happenedOn,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable UUID corrects,
            UUID token,
            @Nullable SpoiltCard spoilt) {

        NewLine(
                CardEntryKind kind,
                int quantity,
                LocalDate happenedOn,
                @Nullable String reference,
                @Nullable String reason,
                @Nullable UUID corrects,
                UUID token) {
            this(kind, quantity, happenedOn, reference, reason, corrects, token, null);
        }
    }

    /** What the corrections of a line add up to, and the line that it corrects itself. */
    static final String ENTRY_COLUMNS = "e.*, c.number AS corrects_number,"
            + " (SELECT COALESCE(SUM(k.quantity), 0) FROM cards_entry k WHERE k.corrects = e.id) AS corrected_by";

    static final String ENTRY_TABLES = "cards_entry e LEFT JOIN cards_entry c ON c.id = e.corrects";
    private static final String ENTRY = "SELECT " + ENTRY_COLUMNS + " FROM " + ENTRY_TABLES + " WHERE ";

    static final RowMapper<CardEntry> ENTRY_ROW = RecordRow.of(CardEntry.class).from("enteredBy", "entered_by_name");

    private static final RowMapper<Stock> STOCK =
            RecordRow.of(Stock.class).from("cards", "stock").from("safety", "safety_stock");

    private final JdbcClient jdbc;
    private final SpoiltBox box;

    LedgerRows(JdbcClient jdbc, SpoiltBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    boolean isInBox(UUID token) {
        return box.has(token);
    }

    Optional<Stock> find(OfficeCode office) {
        return jdbc.sql("SELECT * FROM cards_stock WHERE office_code = ?")
                .param(office.value())
                .query(STOCK)
                .optional();
    }

    /** Reads the stock and keeps everyone else from changing it until the transaction ends; an office's first begins at 0. */
    @Transactional(propagation = Propagation.MANDATORY)
    Stock lock(OfficeCode office) {
        // Takes the exclusive lock at once; INSERT IGNORE would share it and invite deadlocks
        jdbc.sql("INSERT INTO cards_stock (office_code) VALUES (?) ON DUPLICATE KEY UPDATE office_code = office_code")
                .param(office.value())
                .update();
        return jdbc.sql("SELECT * FROM cards_stock WHERE office_code = ? FOR UPDATE")
                .param(office.value())
                .query(STOCK)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void setSafety(OfficeCode office, int cards) {
        jdbc.sql("UPDATE cards_stock SET safety_stock = :cards WHERE office_code = :office")
                .param("cards", cards)
                .param("office", office.value())
                .update();
    }

    /** Writes the line and what it makes of the stock; the caller holds the lock and has checked that cards are left. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Stock locked, NewLine line, UUID id, Entering by) {
        int after = locked.cards() + line.quantity();
        jdbc.sql("""
                        INSERT INTO cards_entry (id, office_code, number, kind, quantity, stock_after, happened_on,
                          reference, reason, corrects, request_token, entered_by, entered_by_name, entered_at)
                        VALUES (:id, :office, :number, :kind, :quantity, :after, :day, :reference, :reason, :corrects,
                          :token, :person, :name, :at)""")
                .param("id", id)
                .param("office", locked.office().value())
                .param("number", locked.lastNumber() + 1)
                .param("kind", line.kind().name())
                .param("quantity", line.quantity())
                .param("after", after)
                .param("day", line.happenedOn())
                .param("reference", line.reference())
                .param("reason", line.reason())
                .param("corrects", line.corrects())
                .param("token", line.token())
                .param("person", by.person())
                .param("name", by.name())
                .param("at", UtcDateTime.of(by.at()))
                .update();
        jdbc.sql("UPDATE cards_stock SET stock = :after, last_number = :number WHERE office_code = :office")
                .param("after", after)
                .param("number", locked.lastNumber() + 1)
                .param("office", locked.office().value())
                .update();
        fillBox(locked.office(), line, id, by);
    }

    /** What the line spoilt waits in the box; a correction of such a line changes as many there. */
    private void fillBox(OfficeCode office, NewLine line, UUID id, Entering by) {
        spoilt(line)
                .ifPresent(card -> toBox(
                        new Spoilt(
                                office, card, -line.quantity(), id, line.reference(), line.happenedOn(), line.token()),
                        by));
    }

    private Optional<SpoiltCard> spoilt(NewLine line) {
        if (line.kind().spoils()) {
            return Optional.of(Objects.requireNonNullElseGet(
                    line.spoilt(), () -> new SpoiltCard(SpoiltCause.of(line.kind()), null)));
        }
        return line.corrects() == null
                ? Optional.empty()
                : jdbc.sql("SELECT cause, district FROM cards_box WHERE entry_id = ?")
                        .param(line.corrects())
                        .query(RecordRow.of(SpoiltCard.class))
                        .optional();
    }

    void toBox(Spoilt line, Entering by) {
        if (!box.add(line, by.name(), by.at())) {
            throw new InvalidInput("cards", "Kartunya sudah dimusnahkan; jumlah ini tidak dapat dikurangi lagi.");
        }
    }

    Optional<CardEntry> entry(OfficeCode office, int number) {
        return jdbc.sql(ENTRY + "e.office_code = :office AND e.number = :number")
                .param("office", office.value())
                .param("number", number)
                .query(ENTRY_ROW)
                .optional();
    }

    Optional<CardEntry> entryOf(UUID token) {
        return jdbc.sql(ENTRY + "e.request_token = ?")
                .param(token)
                .query(ENTRY_ROW)
                .optional();
    }

    /** The last day that was counted and closed. */
    Optional<LocalDate> lastClosed(OfficeCode office) {
        return jdbc.sql("SELECT MAX(day) AS day FROM cards_closing WHERE office_code = ? AND closed_at IS NOT NULL")
                .param(office.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    /** The number of the closing that covers that line. */
    Optional<String> closingOf(OfficeCode office, int line) {
        return jdbc.sql("""
                        SELECT number FROM cards_closing
                        WHERE office_code = ? AND closed_at IS NOT NULL AND from_line < ? AND to_line >= ?""")
                .params(office.value(), line, line)
                .query(String.class)
                .optional();
    }

    /** The first day about which the ledger says anything. */
    Optional<LocalDate> firstDay(OfficeCode office) {
        return jdbc.sql(
                        "SELECT MIN(happened_on) FROM cards_entry WHERE office_code = ? HAVING MIN(happened_on) IS NOT NULL")
                .param(office.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Cards of that kind that left the stock on those days, with every correction counted on the day of the corrected line. */
    int used(OfficeCode office, CardEntryKind kind, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT -COALESCE(SUM(e.quantity + (SELECT COALESCE(SUM(k.quantity), 0) FROM cards_entry k
                                                           WHERE k.corrects = e.id)), 0)
                        FROM cards_entry e
                        WHERE e.office_code = :office AND e.kind = :kind AND e.happened_on BETWEEN :from AND :to""")
                .param("office", office.value())
                .param("kind", kind.name())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getInt(1))
                .single();
    }
}
