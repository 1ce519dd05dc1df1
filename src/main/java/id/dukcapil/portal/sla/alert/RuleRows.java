package id.dukcapil.portal.sla.alert;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.Permission;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules as they are stored, and as their modules propose them while nobody has changed them. */
@Component
class RuleRows {

    private final ObjectProvider<AlertMeasure> measures;
    private final JdbcClient jdbc;

    /** @param measures asked late, because the measure of the jobs knows the job that asks */
    RuleRows(ObjectProvider<AlertMeasure> measures, JdbcClient jdbc) {
        this.measures = measures;
        this.jdbc = jdbc;
    }

    /** By label. */
    List<AlertRule> all() {
        Map<String, AlertMeasure> known = measures.stream().collect(toMap(AlertMeasure::code, Function.identity()));
        Map<String, AlertRule> stored = jdbc
                .sql("SELECT * FROM sla_alert_rule WHERE measure IN (:known)")
                .param("known", known.keySet())
                .query((row, number) -> new AlertRule(
                        Objects.requireNonNull(known.get(row.getString("measure"))),
                        row.getBoolean("enabled"),
                        row.getInt("allowed"),
                        Permission.valueOf(row.getString("audience")),
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_until", LocalTime.class),
                        row.getString("mail_to"),
                        row.getLong("version")))
                .list()
                .stream()
                .collect(toMap(rule -> rule.measure().code(), Function.identity()));
        return known.values().stream()
                .sorted(Comparator.comparing(AlertMeasure::label))
                .map(measure -> stored.getOrDefault(measure.code(), AlertRule.proposed(measure)))
                .toList();
    }

    /** @return whether nobody else has changed it since its version */
    boolean store(AlertRule rule) {
        var statement = jdbc.sql(rule.version() == 0 ? """
                        INSERT INTO sla_alert_rule (measure, enabled, allowed, audience, quiet_from, quiet_until, mail_to, version)
                        VALUES (:measure, :enabled, :allowed, :audience, :from, :until, :mail, :version + 1)""" : """
                        UPDATE sla_alert_rule SET enabled = :enabled, allowed = :allowed, audience = :audience,
                          quiet_from = :from, quiet_until = :until, mail_to = :mail, version = version + 1
                        WHERE measure = :measure AND version = :version""");
        try {
            return statement
                            .param("measure", rule.measure().code())
                            .param("enabled", rule.enabled())
                            .param("allowed", rule.allowed())
                            .param("audience", rule.audience().name())
                            .param("from", rule.quietFrom())
                            .param("until", rule.quietUntil())
                            .param("mail", rule.mailTo())
                            .param("version", rule.version())
                            .update()
                    == 1;
        } catch (DuplicateKeyException faster) {
            return false;
        }
    }
}
