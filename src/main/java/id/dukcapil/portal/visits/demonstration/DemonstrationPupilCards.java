package id.dukcapil.portal.visits.demonstration;

import id.dukcapil.portal.cards.InventedParcels;
import id.dukcapil.portal.cards.InventedParcels.Holder;
import id.dukcapil.portal.cards.InventedParcels.Parcel;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.Outcome;
import id.dukcapil.portal.visits.day.VisitClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cards of pupils who could be given one at once: of older visits they are at the school, of recent ones packed. Those of the
 * last visit are left to the job that asks for cards, and wait in the queue.
 */
@Component
@Order(69)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.visits.demonstration"})
class DemonstrationPupilCards implements SetUpStep {

    private static final int DAYS_PACKED = 9;

    private final ObjectProvider<InventedParcels> parcels;
    private final VisitClock measured;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Organisation organisation;
    private final Clock clock;

    DemonstrationPupilCards(
            ObjectProvider<InventedParcels> parcels,
            VisitClock measured,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            Organisation organisation,
            Clock clock) {
        this.parcels = parcels;
        this.measured = measured;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.organisation = organisation;
        this.clock = clock;
    }

    private record Visit(
            UUID id,
            String number,
            OfficeCode office,
            LocalDate day,
            Instant closedAt,
            String school,
            String signer,
            String position) {}

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM visits_outcome WHERE order_number IS NOT NULL)")
                .query(Boolean.class)
                .single();
        InventedParcels room = parcels.getIfAvailable();
        if (!used && room != null) {
            transaction.executeWithoutResult(
                    status -> visits().stream().skip(1).forEach(visit -> give(room, visit, ready(visit))));
        }
    }

    /** The latest first. */
    private List<Visit> visits() {
        return jdbc.sql("""
                        SELECT v.id, v.number, v.office_code, v.first_day, d.closed_at, v.school_name, d.signer_name,
                          d.signer_position
                        FROM visits_day d JOIN visits_visit v ON v.id = d.visit_id WHERE d.closed_at IS NOT NULL
                        ORDER BY v.first_day DESC, v.number DESC""")
                .query((row, number) -> new Visit(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new OfficeCode(row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        UtcDateTime.read(row, "closed_at"),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    /** Pupils with a unique record before the visit who were 17 on its day. */
    private List<Holder> ready(Visit visit) {
        return jdbc.sql("""
                        SELECT nik, full_name, birth_date FROM visits_outcome
                        WHERE visit_id = ? AND outcome = ? AND birth_date <= ? AND nik IS NOT NULL ORDER BY class_name, full_name""")
                .params(visit.id(), Outcome.PRINT_LIST.name(), visit.day().minusYears(Person.CARD_AGE))
                .query((row, number) ->
                        new Holder(new Nik(row.getString(1)), row.getString(2), row.getObject(3, LocalDate.class)))
                .list();
    }

    private void give(InventedParcels room, Visit visit, List<Holder> holders) {
        if (holders.isEmpty()) {
            return;
        }
        boolean delivered = visit.day().isBefore(organisation.today(clock).minusDays(DAYS_PACKED));
        room.enter(new Parcel(
                        visit.office(),
                        visit.number(),
                        visit.closedAt(),
                        visit.school(),
                        visit.signer(),
                        visit.position(),
                        holders,
                        delivered))
                .ifPresent(entered -> {
                    var rows = new ArrayList<Object[]>();
                    entered.numbers()
                            .forEach((nik, number) -> rows.add(
                                    new Object[] {number, UtcDateTime.of(visit.closedAt()), visit.id(), nik.value()}));
                    batches.batchUpdate(
                            "UPDATE visits_outcome SET order_number = ?, asked_at = ? WHERE visit_id = ? AND nik = ?",
                            rows);
                    batches.batchUpdate(
                            "UPDATE visits_outcome SET printed_at = ?, handed_at = ? WHERE order_number = ?",
                            entered.delivered().stream()
                                    .map(card -> new Object[] {
                                        UtcDateTime.of(Objects.requireNonNull(card.printed())
                                                .to()),
                                        UtcDateTime.of(card.at()),
                                        card.number()
                                    })
                                    .toList());
                    measured.cards(entered.delivered());
                });
    }
}
