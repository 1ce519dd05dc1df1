package id.dukcapil.portal.cards.destruction;

import id.dukcapil.portal.cards.destruction.Destruction.Line;
import id.dukcapil.portal.cards.destruction.Destruction.Witness;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Sha256;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Batches as they are stored. Of a frozen one the row holds hash and seal, so that a change by SQL is seen when it is read. */
@Component
class DestructionRows {

    private static final String SEAL = "cards-destruction";
    private static final int SHOWN = 30;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SealingKey key;

    DestructionRows(JdbcClient jdbc, JsonMapper json, SealingKey key) {
        this.jdbc = jdbc;
        this.json = json;
        this.key = key;
    }

    /** Who counted, and when; nobody's account for what a demonstration invents. */
    record Counted(@Nullable UUID person, String name, Instant at) {}

    List<Destruction> latest(OfficeCode office) {
        return jdbc.sql("""
                        SELECT * FROM cards_destruction WHERE office_code = ?
                        ORDER BY destroyed_at IS NULL DESC, counted_at DESC LIMIT ?""")
                .params(office.value(), SHOWN)
                .query((row, number) -> read(row))
                .list();
    }

    boolean isAnyUnderWay(OfficeCode office) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM cards_destruction WHERE office_code = ? AND destroyed_at IS NULL)")
                .param(office.value())
                .query(Boolean.class)
                .single();
    }

    Destruction begin(UUID id, OfficeCode office, List<Line> lines, Counted by) {
        jdbc.sql("""
                        INSERT INTO cards_destruction (id, office_code, contents, cards, counted_by, counted_name, counted_at)
                        VALUES (:id, :office, :contents, :cards, :person, :name, :at)""")
                .param("id", id)
                .param("office", office.value())
                .param("contents", json.writeValueAsString(lines))
                .param("cards", lines.stream().mapToInt(Line::cards).sum())
                .param("person", by.person())
                .param("name", by.name())
                .param("at", UtcDateTime.of(by.at()))
                .update();
        return find(id).orElseThrow();
    }

    Destruction second(UUID id, @Nullable UUID person, String name) {
        jdbc.sql("UPDATE cards_destruction SET second_by = :person, second_name = :name WHERE id = :id")
                .param("person", person)
                .param("name", name)
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }

    Destruction freeze(Destruction batch, String number, String manner, List<Witness> witnesses, Instant at) {
        String told = json.writeValueAsString(witnesses);
        String hash = hash(number, batch, told, manner, at);
        jdbc.sql("""
                        UPDATE cards_destruction SET number = ?, witnesses = ?, manner = ?, destroyed_at = ?, hash = ?, seal = ?
                        WHERE id = ?""")
                .params(number, told, manner, UtcDateTime.of(at), hash, seal(batch.id(), hash), batch.id())
                .update();
        return find(batch.id()).orElseThrow();
    }

    void discard(UUID id) {
        jdbc.sql("DELETE FROM cards_destruction WHERE id = ? AND destroyed_at IS NULL")
                .param(id)
                .update();
    }

    /** Keeps others from the batch until the transaction ends. */
    Optional<Destruction> lock(UUID id) {
        jdbc.sql("SELECT id FROM cards_destruction WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** Keeps others from the office's ledger and box until the transaction ends. */
    void lockBox(OfficeCode office) {
        jdbc.sql("SELECT stock FROM cards_stock WHERE office_code = ? FOR UPDATE")
                .param(office.value())
                .query(Integer.class)
                .optional();
    }

    Optional<Destruction> find(UUID id) {
        return jdbc.sql("SELECT * FROM cards_destruction WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    private Destruction read(ResultSet row) throws SQLException {
        String witnesses = row.getString("witnesses");
        var batch = new Destruction(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new OfficeCode(row.getString("office_code")),
                Arrays.asList(json.readValue(row.getString("contents"), Line[].class)),
                row.getObject("counted_by", UUID.class),
                row.getString("counted_name"),
                UtcDateTime.read(row, "counted_at"),
                row.getString("second_name"),
                witnesses == null ? List.of() : Arrays.asList(json.readValue(witnesses, Witness[].class)),
                row.getString("manner"),
                UtcDateTime.readNullable(row, "destroyed_at"),
                row.getString("hash"),
                true);
        return isIntact(batch, witnesses, row.getString("seal")) ? batch : batch.altered();
    }

    private boolean isIntact(Destruction batch, @Nullable String witnesses, @Nullable String seal) {
        String number = batch.number();
        String manner = batch.manner();
        Instant at = batch.destroyedAt();
        return number == null
                || witnesses != null
                        && manner != null
                        && at != null
                        && hash(number, batch, witnesses, manner, at).equals(batch.hash())
                        && seal(batch.id(), batch.hash()).equals(seal);
    }

    private String hash(String number, Destruction batch, String witnesses, String manner, Instant at) {
        return Sha256.hex(json.writeValueAsString(List.of(
                        number,
                        batch.office().value(),
                        batch.lines(),
                        batch.countedName(),
                        String.valueOf(batch.secondName()),
                        witnesses,
                        manner,
                        at.getEpochSecond()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private String seal(UUID id, @Nullable String hash) {
        return HexFormat.of().formatHex(key.sign(SEAL, id + "|" + hash));
    }
}
