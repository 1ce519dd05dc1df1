package id.dukcapil.portal.sla.alert;

import static java.util.stream.Collectors.joining;

import id.dukcapil.portal.common.AlertMeasure.Reading;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at every measure, opens and closes alerts, and tells of those that are new. That a cause is open once is a key of the
 * table, and that it is told once a condition of one update, so several processes may look at the same time.
 */
@Component
class AlertWatch {

    static final String TASK = "sla-alerts";
    private static final String TEMPLATE = "sla/alert";

    private final RuleRows rules;
    private final Offices offices;
    private final ActingSystem system;
    private final RecurringWork work;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertWatch(
            RuleRows rules,
            Offices offices,
            ActingSystem system,
            RecurringWork work,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.offices = offices;
        this.system = system;
        this.work = work;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    RecurringJob lookForTrouble() {
        return new RecurringJob(TASK, "Memeriksa aturan peringatan", Rhythm.every(Duration.ofMinutes(2)), this::look);
    }

    void look() {
        work.rows(
                        TASK,
                        "Memeriksa satu aturan",
                        (AlertRule rule) -> rule.measure().code(),
                        limit -> rules.all())
                .each(rule -> system.with(Set.of(rule.measure().needs()), () -> look(rule)));
    }

    private void look(AlertRule rule) {
        List<Office> all = offices.all();
        if (all.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        var troubled = new ArrayList<String>(List.of(""));
        for (Reading reading : rule.enabled() ? rule.measure().readings().get() : List.<Reading>of()) {
            if (rule.measure().isTrouble(reading.value(), rule.allowed())) {
                OfficeCode known = reading.office();
                OfficeCode office = known == null ? all.getFirst().code() : known;
                troubled.add(office.value());
                open(rule, office, reading, now);
            }
        }
        jdbc.sql("""
                        UPDATE sla_alert SET closed_at = :now
                        WHERE measure = :measure AND closed_at IS NULL AND office_code NOT IN (:troubled)""")
                .param("now", UtcDateTime.of(now))
                .param("measure", rule.measure().code())
                .param("troubled", troubled)
                .update();
        tell(rule, all, now);
    }

    private void open(AlertRule rule, OfficeCode office, Reading reading, Instant now) {
        jdbc.sql("""
                        INSERT INTO sla_alert (id, measure, office_code, value, text, link, opened_at)
                        VALUES (:id, :measure, :office, :value, :text, :link, :now)
                        ON DUPLICATE KEY UPDATE value = VALUES(value), text = VALUES(text), link = VALUES(link)""")
                .param("id", TimeOrderedId.at(now))
                .param("measure", rule.measure().code())
                .param("office", office.value())
                .param("value", reading.value())
                .param("text", reading.text())
                .param("link", reading.link())
                .param("now", UtcDateTime.of(now))
                .update();
    }

    /** What has not been told yet: a line of the bell for each office, and one letter for the cause. */
    private void tell(AlertRule rule, List<Office> all, Instant now) {
        var told = new ArrayList<String>();
        for (Office office : all) {
            LocalTime there = LocalTime.ofInstant(now, office.timeZone());
            if (!rule.isQuiet(there)) {
                untold(rule, office).stream().filter(alert -> take(alert, now)).forEach(alert -> {
                    told.add("%s: %s".formatted(office.name(), alert.text()));
                    events.publishEvent(notice(rule, alert, office));
                });
            }
        }
        if (!told.isEmpty()) {
            String note = told.stream().collect(joining(" "));
            rule.addresses().forEach(address -> events.publishEvent(letter(rule, address, note)));
        }
    }

    private List<Alert> untold(AlertRule rule, Office office) {
        return jdbc.sql("""
                        SELECT * FROM sla_alert
                        WHERE measure = :measure AND office_code = :office AND closed_at IS NULL AND told_at IS NULL""")
                .param("measure", rule.measure().code())
                .param("office", office.code().value())
                .query(Alerts.ROW)
                .list();
    }

    /** Whether this process is the one that tells it. */
    private boolean take(Alert alert, Instant now) {
        return jdbc.sql("UPDATE sla_alert SET told_at = ? WHERE id = ? AND told_at IS NULL")
                        .params(UtcDateTime.of(now), alert.id())
                        .update()
                == 1;
    }

    private static StaffNotice notice(AlertRule rule, Alert alert, Office office) {
        return new StaffNotice(
                "Peringatan: " + rule.measure().label(),
                "%s: %s".formatted(office.name(), alert.text()),
                alert.link(),
                new StaffNotice.Audience.Lane(rule.audience(), office.code(), null));
    }

    private static MailRequested letter(AlertRule rule, String address, String note) {
        return new MailRequested(
                TEMPLATE,
                address,
                "Penerima peringatan",
                Map.of("title", rule.measure().label(), "note", note),
                "Peringatan",
                rule.measure().code(),
                null);
    }
}
