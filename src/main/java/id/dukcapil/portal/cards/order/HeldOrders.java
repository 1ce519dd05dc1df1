package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Releases the orders of people who become 17, on that day at their office. */
@Component
class HeldOrders {

    static final String TASK = "cards-release-held";

    private final OrderRecords records;
    private final CaseCommands cases;
    private final RecurringWork work;
    private final Offices offices;
    private final ActingSystem system;
    private final JdbcClient jdbc;
    private final Clock clock;

    HeldOrders(
            OrderRecords records,
            CaseCommands cases,
            RecurringWork work,
            Offices offices,
            ActingSystem system,
            JdbcClient jdbc,
            Clock clock) {
        this.records = records;
        this.cases = cases;
        this.work = work;
        this.offices = offices;
        this.system = system;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks at every order again under its lock, so that a second node finds it released. */
    void release() {
        system.with(Set.of(), this::releaseEverywhere);
    }

    private void releaseEverywhere() {
        Instant now = clock.instant();
        for (Office office : offices.all()) {
            LocalDate today = LocalDate.ofInstant(now, office.timeZone());
            work.rows(TASK, "Melepas pesanan cetak yang ditahan", limit -> due(office, today, limit))
                    .each(number -> cases.follow(
                            () -> records.lockByNumber(number), order -> order.release(today, ActedBy.portal(now))));
        }
    }

    private List<String> due(Office office, LocalDate today, int limit) {
        return jdbc.sql("""
                        SELECT number FROM card_order
                        WHERE status = :held AND held_until <= :today AND office_code = :office
                        ORDER BY held_until, id LIMIT :limit""")
                .param("held", OrderStatus.HELD.name())
                .param("today", today)
                .param("office", office.code().value())
                .param("limit", limit)
                .query(OneColumn.TEXT)
                .list();
    }
}
