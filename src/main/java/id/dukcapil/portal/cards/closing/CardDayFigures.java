package id.dukcapil.portal.cards.closing;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.common.DayFigures;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger of blank cards says of the day; a correction counts where the corrected line does. */
@Component
@Order(30)
class CardDayFigures implements DayFigures {

    private final JdbcClient jdbc;

    CardDayFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String title() {
        return "Pencetakan KTP-el dan blangko";
    }

    @Override
    public List<Figure> of(OfficeCode office, LocalDate day, ZoneId zone) {
        Map<CardEntryKind, Integer> cards = jdbc
                .sql("""
                        SELECT COALESCE(c.kind, e.kind), SUM(e.quantity)
                        FROM cards_entry e LEFT JOIN cards_entry c ON c.id = e.corrects
                        WHERE e.office_code = ? AND e.happened_on = ? GROUP BY 1""")
                .params(office.value(), day)
                .query((row, number) -> Map.entry(CardEntryKind.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        int stock = jdbc.sql("""
                        SELECT stock_after FROM cards_entry WHERE office_code = ? AND happened_on <= ?
                        ORDER BY number DESC LIMIT 1""")
                .params(office.value(), day)
                .query(OneColumn.NUMBER)
                .optional()
                .orElse(0);
        return List.of(
                Figure.done("Tercetak baik", -cards.getOrDefault(CardEntryKind.USE, 0)),
                Figure.done(
                        "Gagal cetak atau rusak",
                        -cards.getOrDefault(CardEntryKind.MISPRINT, 0) - cards.getOrDefault(CardEntryKind.DAMAGE, 0)),
                Figure.done("Blangko diterima", cards.getOrDefault(CardEntryKind.RECEIPT, 0)),
                Figure.lasting("Stok blangko", stock));
    }
}
