package id.dukcapil.portal.operations;

import id.dukcapil.portal.operations.SystemFacts.Backup;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Backup age and clocks for whoever watches from outside. What is wrong here does not make the portal unable to serve,
 * so it is told as a detail and takes no process out of the load balancer.
 */
@Component("upkeepHealthIndicator")
class PortalHealth implements HealthIndicator {

    private final BackupMarker backup;
    private final DatabaseFacts database;
    private final Clock clock;

    PortalHealth(BackupMarker backup, DatabaseFacts database, Clock clock) {
        this.backup = backup;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var health = Health.up();
        backup.read()
                .map(Backup::finishedAt)
                .ifPresentOrElse(
                        finished -> health.withDetail("lastBackup", finished)
                                .withDetail(
                                        "backupOld", finished.plus(Backup.FRESH).isBefore(clock.instant())),
                        () -> health.withDetail("lastBackup", "never").withDetail("backupOld", true));
        return health.withDetail("clockAheadMillis", clockAhead()).build();
    }

    /** Whether the database answers is asked elsewhere; here it must not hide the rest. */
    private Object clockAhead() {
        try {
            return database.clockAhead().toMillis();
        } catch (DataAccessException away) {
            return "unknown";
        }
    }
}
