package id.dukcapil.portal.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is kept, under {@code portal.audit}.
 *
 * @param sealEvery pause between two runs of the sealer; together with the scheduler's own polling it is the time a row can
 *     stay unsealed
 * @param alarmAfter rows that wait longer than this are reported: something keeps the sealer from its work
 * @param secrets folder of the keys; in PORTAL_HOME unless it lies elsewhere (a mounted secret, another disk)
 * @param heads folder of the files that repeat the hash of each batch outside the database; best on another machine's disk
 * @param acceptNewKeys true for one start when the keys are lost for good and new ones shall follow the old batches
 */
@ConfigurationProperties("portal.audit")
record AuditSettings(
        @DefaultValue("5s") Duration sealEvery,
        @DefaultValue("5m") Duration alarmAfter,
        @Nullable Path secrets,
        @Nullable Path heads,
        @DefaultValue("false") boolean acceptNewKeys) {}
