package id.dukcapil.portal.cards.closing;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.closing.DayBalance.Movement;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Sha256;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closings as they are stored. The content of a locked one, its hash and a keyed seal over both stand in the row, so that
 * a change by SQL is seen whenever it is read.
 */
@Component
class ClosingRows {

    private static final String SEAL = "cards-closing";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SealingKey key;

    ClosingRows(JdbcClient jdbc, JsonMapper json, SealingKey key) {
        this.jdbc = jdbc;
        this.json = json;
        this.key = key;
    }

    /** @param lastLine of the ledger; 0 before the first */
    record Ledger(int lastLine, int inBox) {}

    /** Keeps everyone from adding lines until the transaction ends. */
    Ledger lock(OfficeCode office) {
        int last = jdbc.sql("SELECT last_number FROM cards_stock WHERE office_code = ? FOR UPDATE")
                .param(office.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
        int box = jdbc.sql("SELECT COALESCE(SUM(cards), 0) FROM cards_box WHERE office_code = ?")
                .param(office.value())
                .query((row, number) -> row.getInt(1))
                .single();
        return new Ledger(last, box);
    }

    void insert(
            UUID id,
            OfficeCode office,
            LocalDate day,
            Ledger ledger,
            List<PlaceCount> places,
            int box,
            @Nullable UUID person,
            String name,
            Instant at) {
        jdbc.sql("""
                        INSERT INTO cards_closing (id, office_code, day, opening, from_line, to_line, places, counted, box_expected,
                          box_counted, counted_by, counted_name, counted_at)
                        SELECT :id, :office, :day, COALESCE(MAX(c.counted), 0), COALESCE(MAX(c.to_line), 0), :line, :places,
                          :counted, :inBox, :box, :person, :name, :at
                        FROM (SELECT counted, to_line FROM cards_closing WHERE office_code = :office AND closed_at IS NOT NULL
                              ORDER BY day DESC LIMIT 1) c""")
                .param("id", id)
                .param("office", office.value())
                .param("day", day)
                .param("line", ledger.lastLine())
                .param("places", json.writeValueAsString(places))
                .param("counted", places.stream().mapToInt(PlaceCount::cards).sum())
                .param("inBox", ledger.inBox())
                .param("box", box)
                .param("person", person)
                .param("name", name)
                .param("at", UtcDateTime.of(at))
                .update();
    }

    void second(UUID id, int counted, int box, UUID person, String name) {
        jdbc.sql("UPDATE cards_closing SET counted = ?, box_counted = ?, second_by = ?, second_name = ? WHERE id = ?")
                .params(counted, box, person, name, id)
                .update();
    }

    /** Throws an open count away, so that it is counted anew. */
    void discard(UUID id) {
        jdbc.sql("DELETE FROM cards_closing WHERE id = ? AND closed_at IS NULL")
                .param(id)
                .update();
    }

    /** Locks the day. @return its hash */
    String close(Closing closing, String number, @Nullable String reason, String name, Instant at) {
        String content = content(closing, number, reason, name, at);
        String hash = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        UPDATE cards_closing SET number = :number, reason = :reason, closed_at = :at, closed_name = :name,
                          content = :content, hash = :hash, seal = :seal
                        WHERE id = :id AND closed_at IS NULL""")
                .param("number", number)
                .param("reason", reason)
                .param("at", UtcDateTime.of(at))
                .param("name", name)
                .param("content", content)
                .param("hash", hash)
                .param("seal", seal(closing.id(), hash))
                .param("id", closing.id())
                .update();
        return hash;
    }

    private String content(Closing closing, String number, @Nullable String reason, String name, Instant at) {
        return json.writeValueAsString(List.of(
                number,
                closing.office().value(),
                closing.day().toString(),
                closing.balance(),
                closing.places(),
                closing.counted(),
                closing.boxExpected(),
                closing.boxCounted(),
                closing.countedName(),
                String.valueOf(closing.secondName()),
                String.valueOf(reason),
                name,
                at.getEpochSecond()));
    }

    private String seal(UUID id, String hash) {
        return HexFormat.of().formatHex(key.sign(SEAL, id + "|" + hash));
    }

    Optional<Closing> find(UUID id) {
        return read("id = :id", Map.of("id", id), 1).stream().findFirst();
    }

    Optional<Closing> lock(UUID id) {
        jdbc.sql("SELECT id FROM cards_closing WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    Optional<Closing> pending(OfficeCode office) {
        return read("office_code = :office AND closed_at IS NULL", Map.of("office", office.value()), 1).stream()
                .findFirst();
    }

    List<Closing> closed(OfficeCode office, int most) {
        return read("office_code = :office AND closed_at IS NOT NULL", Map.of("office", office.value()), most);
    }

    private List<Closing> read(String condition, Map<String, ?> parameters, int most) {
        return jdbc.sql("SELECT * FROM cards_closing WHERE " + condition + " ORDER BY day DESC LIMIT " + most)
                .params(parameters)
                .query((row, number) -> closing(row))
                .list();
    }

    private Closing closing(ResultSet row) throws SQLException {
        var office = new OfficeCode(row.getString("office_code"));
        DayBalance balance =
                DayBalance.of(row.getInt("opening"), movements(office, row.getInt("from_line"), row.getInt("to_line")));
        String hash = row.getString("hash");
        var closing = new Closing(
                row.getObject("id", UUID.class),
                row.getString("number"),
                office,
                row.getObject("day", LocalDate.class),
                balance,
                Arrays.asList(json.readValue(row.getString("places"), PlaceCount[].class)),
                row.getInt("counted"),
                row.getInt("box_expected"),
                row.getInt("box_counted"),
                row.getString("counted_name"),
                row.getObject("counted_by", UUID.class),
                UtcDateTime.read(row, "counted_at"),
                row.getString("second_name"),
                row.getString("reason"),
                UtcDateTime.readNullable(row, "closed_at"),
                row.getString("closed_name"),
                hash,
                true);
        return hash == null || isIntact(closing, hash, row.getString("seal")) ? closing : altered(closing);
    }

    /** Whether row, lines of the ledger, hash and seal still say what was locked. */
    private boolean isIntact(Closing closing, String hash, String seal) {
        String number = closing.number();
        Instant at = closing.closedAt();
        String name = closing.closedName();
        return number != null
                && at != null
                && name != null
                && seal(closing.id(), hash).equals(seal)
                && Sha256.hex(content(closing, number, closing.reason(), name, at)
                                .getBytes(StandardCharsets.UTF_8))
                        .equals(hash);
    }

    private static Closing altered(Closing c) {
        return new Closing(
                c.id(),
                c.number(),
                c.office(),
                c.day(),
                c.balance(),
                c.places(),
                c.counted(),
                c.boxExpected(),
                c.boxCounted(),
                c.countedName(),
                c.countedBy(),
                c.countedAt(),
                c.secondName(),
                c.reason(),
                c.closedAt(),
                c.closedName(),
                c.hash(),
                false);
    }

    /** The line that a closing wrote about its own difference belongs to the day it closed, wherever it stands. */
    private List<Movement> movements(OfficeCode office, int from, int to) {
        return jdbc.sql("""
                        SELECT IF(c.number > :from, c.kind, e.kind) AS kind, SUM(e.quantity) AS quantity
                        FROM cards_entry e LEFT JOIN cards_entry c ON c.id = e.corrects
                        WHERE e.office_code = :office AND e.number > :from AND e.number <= :to
                          AND NOT EXISTS (SELECT 1 FROM cards_closing own WHERE own.id = e.request_token)
                        GROUP BY 1""")
                .param("office", office.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new Movement(CardEntryKind.valueOf(row.getString("kind")), row.getInt("quantity")))
                .list();
    }

    Optional<LocalDate> lastClosedDay(OfficeCode office) {
        return closed(office, 1).stream().map(Closing::day).findFirst();
    }

    Optional<LocalDate> firstDayOfLedger(OfficeCode office) {
        return jdbc.sql("SELECT MIN(happened_on) AS day FROM cards_entry WHERE office_code = ?")
                .param(office.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    boolean hasLinesSince(OfficeCode office, Instant moment) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM cards_entry WHERE office_code = ? AND entered_at >= ?)")
                .params(office.value(), UtcDateTime.of(moment))
                .query(Boolean.class)
                .single();
    }
}
