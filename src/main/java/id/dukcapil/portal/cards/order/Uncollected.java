package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.SurveyLink;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds people whose card lies on the shelf, once at each age, and those alone who gave an address. */
@Component
class Uncollected {

    static final String TASK = "cards-remind";
    private static final String TEMPLATE = "cards/uncollected";

    private final OrderRecords records;
    private final CaseCommands cases;
    private final RecurringWork work;
    private final OrderSettings settings;
    private final Offices offices;
    private final ActingSystem system;
    private final SurveyLink survey;
    private final JdbcClient jdbc;
    private final Clock clock;

    Uncollected(
            OrderRecords records,
            CaseCommands cases,
            RecurringWork work,
            OrderSettings settings,
            Offices offices,
            ActingSystem system,
            SurveyLink survey,
            JdbcClient jdbc,
            Clock clock) {
        this.records = records;
        this.cases = cases;
        this.work = work;
        this.settings = settings;
        this.offices = offices;
        this.system = system;
        this.survey = survey;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest age first, so that nobody gets the letters of all ages at once. */
    void remind() {
        Instant now = clock.instant();
        system.with(
                Set.of(),
                () -> settings.remindAfterDays().stream()
                        .sorted((one, other) -> other - one)
                        .forEach(days -> work.rows(
                                        TASK, "Mengingatkan pengambilan KTP-el", limit -> due(days, now, limit))
                                .each(number -> remind(number, days, now))));
    }

    private List<String> due(int days, Instant now, int limit) {
        return jdbc.sql("""
                        SELECT number FROM card_order
                        WHERE status = :ready AND ready_at <= :since AND reminded_days < :days AND email IS NOT NULL
                        ORDER BY ready_at, id LIMIT :limit""")
                .param("ready", OrderStatus.READY.name())
                .param("since", UtcDateTime.of(now.minus(Duration.ofDays(days))))
                .param("days", days)
                .param("limit", limit)
                .query(OneColumn.TEXT)
                .list();
    }

    private void remind(String number, int days, Instant now) {
        records.lockByNumber(number).ifPresent(order -> {
            int before = order.details().remindedDays();
            order.reminded(days, ActedBy.portal(now));
            if (order.details().remindedDays() > before) {
                cases.moved(order);
                cases.tell(letter(order.details()));
            }
        });
    }

    private MailRequested letter(OrderDetails order) {
        Office office = offices.find(order.office()).orElseThrow();
        Instant ready = Objects.requireNonNull(order.readyAt());
        return new MailRequested(
                        TEMPLATE,
                        Objects.requireNonNull(order.email()),
                        order.name(),
                        Map.of(
                                "number", order.number(),
                                "office", office.name(),
                                "survey", survey.of(office.code()),
                                "since", Formats.date(LocalDate.ofInstant(ready, office.timeZone()))),
                        OrderMoved.RECORD,
                        order.number(),
                        null)
                .concerning(order.nik());
    }
}
