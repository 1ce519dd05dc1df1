package id.dukcapil.portal.cards.destruction;

import id.dukcapil.portal.cards.destruction.Destruction.Line;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The box of cards that wait to be destroyed: append-only, by cause and kecamatan. */
@Component
public class SpoiltBox {

    private final JdbcClient jdbc;

    SpoiltBox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What comes in, or goes out with a minus.
     *
     * @param entry the line of the ledger; null for an old card that somebody gave back, and for a batch
     */
    public record Spoilt(
            OfficeCode office,
            SpoiltCard card,
            int cards,
            @Nullable UUID entry,
            @Nullable String reference,
            LocalDate day,
            UUID token) {}

    /** @return false when the box would then lack cards of that kind; the caller refuses what it does */
    public boolean add(Spoilt line, String name, Instant at) {
        jdbc.sql("""
                        INSERT INTO cards_box (id, office_code, cause, district, cards, entry_id, reference, happened_on, request_token,
                          entered_by_name, entered_at)
                        VALUES (:id, :office, :cause, :district, :cards, :entry, :reference, :day, :token, :name, :at)""")
                .param("id", TimeOrderedId.at(at))
                .param("office", line.office().value())
                .param("cause", line.card().cause().name())
                .param("district", line.card().district())
                .param("cards", line.cards())
                .param("entry", line.entry())
                .param("reference", line.reference())
                .param("day", line.day())
                .param("token", line.token())
                .param("name", name)
                .param("at", UtcDateTime.of(at))
                .update();
        return line.cards() >= 0 || count(line.office(), line.card()) >= 0;
    }

    private int count(OfficeCode office, SpoiltCard card) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(cards), 0) FROM cards_box
                        WHERE office_code = :office AND cause = :cause AND district <=> :district""")
                .param("office", office.value())
                .param("cause", card.cause().name())
                .param("district", card.district())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    public boolean has(UUID token) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM cards_box WHERE request_token = ?)")
                .param(token)
                .query(Boolean.class)
                .single();
    }

    List<Line> contents(OfficeCode office) {
        return contentsOn(office, LocalDate.of(9999, 12, 31));
    }

    /** What had come in, and not gone out again, by the end of that day. */
    List<Line> contentsOn(OfficeCode office, LocalDate day) {
        return jdbc.sql("""
                        SELECT cause, district, SUM(cards) AS cards FROM cards_box WHERE office_code = ? AND happened_on <= ?
                        GROUP BY cause, district HAVING SUM(cards) > 0 ORDER BY district, cause""")
                .params(office.value(), day)
                .query(RecordRow.of(Line.class))
                .list();
    }
}
