package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.cards.PackingGroups;
import id.dukcapil.portal.cards.PrintAnswer;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintRequest;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.ActingSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Steps 7 and 8: as soon as the register has a unique record of a pupil, a card is asked for, which the print room holds until
 * the seventeenth birthday; printed cards are packed for the school by class.
 */
@Component
class VisitCards implements PackingGroups {

    static final String TASK = "visits-cards";
    private static final Duration PAUSE = Duration.ofHours(3);
    private static final int PRINTED_AT_ONCE = 500;

    private final Population population;
    private final PrintOrders orders;
    private final RecurringWork work;
    private final ActingSystem system;
    private final JdbcClient jdbc;
    private final VisitClock measured;
    private final Clock clock;

    VisitCards(
            Population population,
            PrintOrders orders,
            RecurringWork work,
            ActingSystem system,
            JdbcClient jdbc,
            VisitClock measured,
            Clock clock) {
        this.population = population;
        this.orders = orders;
        this.work = work;
        this.system = system;
        this.jdbc = jdbc;
        this.measured = measured;
        this.clock = clock;
    }

    /** A pupil without an order. */
    private record Waiting(UUID id, Nik nik, OfficeCode office, String visit) {}

    void run() {
        system.with(Set.of(Permission.RECORDING_STATUS, Permission.CARDS_READ), () -> {
            Instant now = clock.instant();
            work.rows(TASK, "Memesan kartu siswa", row -> row.id().toString(), limit -> waiting(now, limit))
                    .each(row -> ask(row, now));
            markPrinted();
        });
    }

    private List<Waiting> waiting(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT o.id, o.nik, v.office_code, v.number FROM visits_outcome o JOIN visits_visit v ON v.id = o.visit_id
                        WHERE o.outcome IN (:printing) AND o.order_number IS NULL AND o.nik IS NOT NULL AND o.rival IS NULL
                          AND o.twin_of IS NULL AND COALESCE(o.asked_at < :before, TRUE)
                        ORDER BY o.asked_at, o.id LIMIT :limit""")
                .param("printing", Outcome.names(Outcome::isForPrinting))
                .param("before", UtcDateTime.of(now.minus(PAUSE)))
                .param("limit", limit)
                .query((row, number) -> new Waiting(
                        row.getObject(1, UUID.class),
                        new Nik(row.getString(2)),
                        new OfficeCode(row.getString(3)),
                        row.getString(4)))
                .list();
    }

    /** Most recordings wait for the centre for days; they are looked at again after the pause. */
    private void ask(Waiting row, Instant now) {
        boolean ready = population
                .find(row.nik())
                .map(Person::recordingStatus)
                .filter(status -> status.readyToPrint())
                .isPresent();
        if (ready
                && orders.request(PrintRequest.first(row.nik(), row.office(), row.visit(), null))
                        instanceof PrintAnswer.Ordered ordered) {
            jdbc.sql("UPDATE visits_outcome SET order_number = ? WHERE id = ?")
                    .params(ordered.number(), row.id())
                    .update();
        }
        jdbc.sql("UPDATE visits_outcome SET asked_at = ? WHERE id = ?")
                .params(UtcDateTime.of(now), row.id())
                .update();
    }

    private void markPrinted() {
        List<String> open = jdbc.sql("""
                        SELECT order_number FROM visits_outcome WHERE order_number IS NOT NULL AND printed_at IS NULL
                        ORDER BY printed_looked_at, order_number LIMIT :limit""")
                .param("limit", PRINTED_AT_ONCE)
                .query(OneColumn.TEXT)
                .list();
        orders.printed(open)
                .forEach((order, at) -> jdbc.sql("UPDATE visits_outcome SET printed_at = ? WHERE order_number = ?")
                        .params(UtcDateTime.of(at), order)
                        .update());
        if (!open.isEmpty()) {
            jdbc.sql("UPDATE visits_outcome SET printed_looked_at = :now WHERE order_number IN (:open)")
                    .param("now", UtcDateTime.of(clock.instant()))
                    .param("open", open)
                    .update();
        }
    }

    @EventListener
    void handedOver(CardHandedOver card) {
        int ofVisits = jdbc.sql("""
                        UPDATE visits_outcome SET handed_at = :at, printed_at = COALESCE(printed_at, :at)
                        WHERE order_number = :number""")
                .param("at", UtcDateTime.of(card.at()))
                .param("number", card.number())
                .update();
        if (ofVisits > 0) {
            measured.cards(List.of(card));
        }
    }

    @Override
    public List<PackingGroup> of(OfficeCode office) {
        var groups = new LinkedHashMap<String, List<String>>();
        jdbc.sql("""
                        SELECT CONCAT(v.school_name, ', ', o.class_name), o.order_number
                        FROM visits_outcome o JOIN visits_visit v ON v.id = o.visit_id
                        WHERE v.office_code = ? AND o.order_number IS NOT NULL AND o.handed_at IS NULL
                        ORDER BY v.school_name, o.class_name, o.full_name""").param(office.value()).query(row -> {
            groups.computeIfAbsent(row.getString(1), none -> new ArrayList<>()).add(row.getString(2));
        });
        return groups.entrySet().stream()
                .map(group -> new PackingGroup(group.getKey(), group.getValue()))
                .toList();
    }

    @Bean
    RecurringJob cardsOfPupils() {
        return new RecurringJob(
                TASK, "Memesan kartu siswa dari kunjungan sekolah", Rhythm.every(Duration.ofMinutes(10)), this::run);
    }
}
