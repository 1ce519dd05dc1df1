package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lines of a ledger for lists, the latest first, in pages that stay fast at any depth. */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
@Transactional(readOnly = true)
public class CardLists {

    /** Counting stops here; a list then says "more than". */
    public static final int COUNT_LIMIT = 10_000;

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final CurrentStaff staff;

    CardLists(JdbcClient jdbc, LedgerRows rows, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.staff = staff;
    }

    /** The condition of a filter; only fixed text, every value is a parameter. */
    private record Condition(List<String> parts, Map<String, Object> parameters) {

        Condition() {
            this(new ArrayList<>(), new HashMap<>());
        }

        Condition with(String part, String name, @Nullable Object value) {
            if (value != null) {
                parts.add(part);
                parameters.put(name, value);
            }
            return this;
        }

        String text() {
            return String.join(" AND ", parts);
        }
    }

    /**
     * The lines before a number, the latest first.
     *
     * @param before the number of the last line already seen, or null from the beginning
     */
    public List<CardEntry> page(CardFilter filter, @Nullable Integer before, int skip, int limit) {
        Condition condition = condition(filter).with("e.number < :before", "before", before);
        return jdbc.sql(LedgerRows.ENTRY + condition.text() + " ORDER BY e.number DESC LIMIT :limit OFFSET :skip")
                .params(condition.parameters())
                .param("limit", limit)
                .param("skip", skip)
                .query(LedgerRows.ENTRY_ROW)
                .list();
    }

    /** How many lines match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(CardFilter filter) {
        Condition condition = condition(filter);
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM cards_entry e WHERE " + condition.text() + " LIMIT "
                        + (COUNT_LIMIT + 1) + ") counted")
                .params(condition.parameters())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** @return nothing when that ledger has no such line */
    public Optional<CardEntry> find(OfficeCode office, int number) {
        staff.requireScope(office);
        return rows.entry(office, number);
    }

    private Condition condition(CardFilter filter) {
        staff.requireScope(filter.office());
        CardEntryKind kind = filter.kind();
        return new Condition()
                .with("e.office_code = :office", "office", filter.office().value())
                .with("e.kind = :kind", "kind", kind == null ? null : kind.name())
                .with("e.happened_on >= :from", "from", filter.from())
                .with("e.happened_on <= :to", "to", filter.to())
                .with(
                        "e.reference LIKE :reference",
                        "reference",
                        filter.reference().isEmpty() ? null : filter.reference().replaceAll("[%_\\\\]", "") + "%");
    }
}
