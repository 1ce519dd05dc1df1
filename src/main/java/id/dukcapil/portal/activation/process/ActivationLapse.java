package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.activation.settings.ActivationSettings;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends activations with which nobody went on for days, so that the NIK is free again. */
@Component
class ActivationLapse {

    static final String TASK = "activation-lapse";
    private static final Duration EVERY = Duration.ofHours(1);

    private final ActivationRecords records;
    private final CaseCommands cases;
    private final Offices offices;
    private final ActivationSettings settings;
    private final RecurringWork work;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActivationLapse(
            ActivationRecords records,
            CaseCommands cases,
            Offices offices,
            ActivationSettings settings,
            RecurringWork work,
            JdbcClient jdbc,
            Clock clock) {
        this.records = records;
        this.cases = cases;
        this.offices = offices;
        this.settings = settings;
        this.work = work;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void run() {
        work.rows(TASK, "Mengakhiri aktivasi IKD yang tidak dilanjutkan", this::idle)
                .each(this::lapse);
    }

    private List<UUID> idle(int limit) {
        return jdbc.sql("SELECT id FROM activation_case WHERE open_nik IS NOT NULL AND status_since < :before"
                        + " ORDER BY status_since LIMIT :limit")
                .param("before", UtcDateTime.of(clock.instant().minus(Duration.ofDays(settings.lapsesAfterDays()))))
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private void lapse(UUID id) {
        records.lockById(id)
                .filter(activation -> activation.status().isOpen())
                .ifPresent(activation -> cases.followLocked(
                        activation,
                        idle -> idle.abandon(
                                DropOut.LAPSED,
                                null,
                                DatedAct.of(
                                        ActedBy.portal(clock.instant()),
                                        offices.find(idle.office()).orElseThrow()))));
    }

    @Bean
    RecurringJob lapseActivations() {
        return new RecurringJob(TASK, "Mengakhiri aktivasi IKD yang tidak dilanjutkan", Rhythm.every(EVERY), this::run);
    }
}
