package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
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
    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final KeysetQuery<CardEntry> LIST =
            new KeysetQuery<>(LedgerRows.ENTRY_COLUMNS, LedgerRows.ENTRY_TABLES, "e.number DESC", LedgerRows.ENTRY_ROW);

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final CurrentStaff staff;

    CardLists(JdbcClient jdbc, LedgerRows rows, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.staff = staff;
    }

    /**
     * The lines before a number, the latest first.
     *
     * @param before the number of the last line already seen, or null from the beginning
     */
    public List<CardEntry> page(CardFilter filter, @Nullable Integer before, int skip, int limit) {
        return LIST.page(jdbc, matching(filter).and("e.number < :before", "before", before), skip, limit);
    }

    /** How many lines match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(CardFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    /** @return nothing when that ledger has no such line */
    public Optional<CardEntry> find(OfficeCode office, int number) {
        staff.requireScope(office);
        return rows.entry(office, number);
    }

    private Where matching(CardFilter filter) {
        staff.requireScope(filter.office());
        return new Where()
                .is("e.office_code", filter.office().value())
                .is("e.kind", filter.kind())
                .and("e.happened_on >= :from", "from", filter.from())
                .and("e.happened_on <= :to", "to", filter.to())
                .beginsWith("e.reference", filter.reference());
    }
}
