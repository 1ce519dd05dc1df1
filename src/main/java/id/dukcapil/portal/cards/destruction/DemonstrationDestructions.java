package id.dukcapil.portal.cards.destruction;

import id.dukcapil.portal.cards.destruction.Destruction.Line;
import id.dukcapil.portal.cards.destruction.Destruction.Witness;
import id.dukcapil.portal.cards.destruction.DestructionRows.Counted;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Burns every quarter, and lately, what the invented ledgers spoilt, and takes the rest of the head office out to be counted.
 * Entered once, into an empty table, before the invented days are closed.
 */
@Component
@Order(46)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.booking.demonstration"})
class DemonstrationDestructions implements SetUpStep {

    private static final OfficeCode HEAD_OFFICE = new OfficeCode("DINAS");
    private static final List<Integer> DAYS_AGO = List.of(274, 183, 92, 13);
    private static final String BY = "Petugas (data contoh)";
    private static final String SECOND = "Rekan (data contoh)";
    private static final List<Witness> WITNESSES = List.of(
            new Witness("Saksi Satu (data contoh)", "Kepala Seksi Penegakan", "Satpol PP Kabupaten Bandung"),
            new Witness("Saksi Dua (data contoh)", "Auditor", "Inspektorat Kabupaten Bandung"));

    private final DestructionRows rows;
    private final SpoiltBox box;
    private final DocumentNumbers numbers;
    private final NumberKind destructionNumbers;
    private final Offices offices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationDestructions(
            DestructionRows rows,
            SpoiltBox box,
            DocumentNumbers numbers,
            NumberKind destructionNumbers,
            Offices offices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.box = box;
        this.numbers = numbers;
        this.destructionNumbers = destructionNumbers;
        this.offices = offices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM cards_destruction)")
                .query(Boolean.class)
                .single();
        if (!used) {
            transaction.executeWithoutResult(status -> jdbc.sql(
                            "SELECT DISTINCT office_code FROM cards_box ORDER BY office_code")
                    .query(OneColumn.TEXT)
                    .list()
                    .forEach(code -> tell(offices.find(new OfficeCode(code)).orElseThrow())));
        }
    }

    private void tell(Office office) {
        DAYS_AGO.forEach(days -> burn(office, clock.instant().minus(Duration.ofDays(days))));
        Instant now = clock.instant();
        List<Line> left = box.contentsOn(office.code(), LocalDate.ofInstant(now, office.timeZone()));
        if (office.code().equals(HEAD_OFFICE) && !left.isEmpty()) {
            rows.begin(TimeOrderedId.at(now), office.code(), left, new Counted(null, BY, now));
        }
    }

    private void burn(Office office, Instant then) {
        LocalDate day = LocalDate.ofInstant(then, office.timeZone());
        List<Line> old = box.contentsOn(office.code(), day);
        if (!old.isEmpty()) {
            Destruction batch = rows.begin(TimeOrderedId.at(then), office.code(), old, new Counted(null, BY, then));
            String number =
                    numbers.next(destructionNumbers, office, List.of(day)).getFirst();
            old.forEach(line -> box.add(line.outOf(batch, number, day), BY, then));
            rows.freeze(rows.second(batch.id(), null, SECOND), number, "dibakar", WITNESSES, then);
        }
    }
}
