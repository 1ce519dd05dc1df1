package id.dukcapil.portal.audit;

import id.dukcapil.portal.platform.DatabaseOfPortalHome;
import id.dukcapil.portal.platform.NoDatabaseThere;
import id.dukcapil.portal.platform.PortalHome;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * {@code java -jar portal.jar verify-audit}: verifies the trail from the command line, with no more of the portal than that
 * needs, so also while the portal runs, from another machine, or with an account that may only read. Needs the public keys and
 * the file of batch hashes, and {@code spring.datasource.url} unless the trail is in the embedded database of PORTAL_HOME.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
@EnableConfigurationProperties(PortalHome.class)
@Import({DatabaseOfPortalHome.class, AuditConfiguration.class, TrailRows.class})
public class VerifyAuditCommand {

    /** The first argument that asks for it. */
    public static final String NAME = "verify-audit";

    private static final int INTACT = 0;
    private static final int DAMAGED = 1;
    private static final int NOT_VERIFIED = 2;

    /** Spring would announce with a line of class names that it gives up, before the reason is said. */
    private static final String NO_WARNING_BEFORE_THE_SENTENCE =
            "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext=ERROR";

    private static final Logger log = LoggerFactory.getLogger(VerifyAuditCommand.class);

    /** @return 0 when the trail is intact, 1 when it is damaged, 2 when it could not be verified */
    public static int run(String... arguments) {
        var portal = new SpringApplicationBuilder(VerifyAuditCommand.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(NO_WARNING_BEFORE_THE_SENTENCE)
                .registerShutdownHook(false);
        try (var context = portal.run(arguments)) {
            TrailRows trail = context.getBean(TrailRows.class);
            SealingKeys keys = context.getBean(SealingKeys.class);
            if (isForeign(trail, keys)) {
                log.error(
                        "The public keys of this trail are not in the folder of secrets; copy audit-sealing.pub there");
                return NOT_VERIFIED;
            }
            BatchHashes hashes = context.getBean(BatchHashes.class);
            return tell(new TrailVerifier(trail, keys, hashes, rows -> log.info("{} rows", rows)).verify());
        } catch (BeanCreationException | DataAccessException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof NoDatabaseThere)) {
                log.error("The audit trail could not be verified", e);
            }
            return NOT_VERIFIED;
        }
    }

    /** Nothing can be said with keys of another trail; a single forged batch is something else. */
    private static boolean isForeign(TrailRows trail, SealingKeys keys) {
        List<Batch> ends = Stream.concat(trail.batches(0, 1).stream(), trail.lastBatch().stream())
                .toList();
        return !ends.isEmpty() && ends.stream().noneMatch(batch -> keys.believes(batch.keyId()));
    }

    private static int tell(VerificationReport report) {
        if (report.isIntact()) {
            log.info("INTACT: {} rows in {} batches", report.rows(), report.batches());
            return INTACT;
        }
        report.damages()
                .forEach(damage -> log.error(
                        "{} rows {}-{} batch {}: {}",
                        damage.kind(),
                        damage.firstRow(),
                        damage.lastRow(),
                        damage.batch(),
                        damage.kind().label()));
        log.error(
                "DAMAGED in {} places; {} rows in {} batches", report.damagesFound(), report.rows(), report.batches());
        return DAMAGED;
    }
}
