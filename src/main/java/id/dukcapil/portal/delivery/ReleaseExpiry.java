package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says of QR codes and PINs whose time is over that it is over, and forgets guesses at codes that nobody has. A kiosk looks
 * at the time itself, so nothing depends on when this runs. Each release is its own transaction.
 */
@Component
class ReleaseExpiry {

    static final String TASK = "delivery-expiry";
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final int GUESSES_AT_ONCE = 500;

    private final ReleaseRecords records;
    private final Attempts attempts;
    private final DeliverySettings settings;
    private final JdbcClient jdbc;
    private final RecurringWork work;
    private final ActingSystem acting;
    private final CaseCommands commands;
    private final Clock clock;

    ReleaseExpiry(
            ReleaseRecords records,
            Attempts attempts,
            DeliverySettings settings,
            JdbcClient jdbc,
            RecurringWork work,
            ActingSystem acting,
            CaseCommands commands,
            Clock clock) {
        this.records = records;
        this.attempts = attempts;
        this.settings = settings;
        this.jdbc = jdbc;
        this.work = work;
        this.acting = acting;
        this.commands = commands;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        acting.with(
                Set.of(Permission.RELEASE_READ),
                () -> work.rows(TASK, "Mengakhiri QR dan PIN", limit -> overdue(now, limit))
                        .each(id -> expire(id, now)));
        attempts.forget(now.minus(settings.forgetGuessesAfter()), GUESSES_AT_ONCE);
    }

    private List<UUID> overdue(Instant now, int limit) {
        return jdbc.sql("SELECT id FROM delivery_release WHERE status IN (:expiring) AND expires_at <= :now"
                        + " AND anonymised_at IS NULL ORDER BY expires_at LIMIT :limit")
                .param("expiring", ReleaseStatus.expiring())
                .param("now", UtcDateTime.of(now))
                .param("limit", limit)
                .query(OneColumn.ID)
                .list();
    }

    /** Whoever has opened or renewed it since then was faster. */
    private void expire(UUID id, Instant now) {
        records.lockById(id)
                .filter(release -> release.status().canBecome(ReleaseStatus.EXPIRED) && release.isOverdueAt(now))
                .ifPresent(release -> {
                    release.expire(ActedBy.portal(now));
                    commands.moved(release);
                });
    }

    @Bean
    RecurringJob expireReleases() {
        return new RecurringJob(
                TASK, "Mengakhiri QR dan PIN cetak yang masa berlakunya habis", Rhythm.every(EVERY), this::run);
    }
}
