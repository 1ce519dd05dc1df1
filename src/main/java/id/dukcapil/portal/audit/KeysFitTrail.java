package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.SetUpStep;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with keys that are not those of this trail: a second machine or a restored database without the folder
 * of secrets would otherwise go on sealing with keys of its own, and residents would get other tokens.
 */
@Component
@Order(5)
class KeysFitTrail implements SetUpStep {

    private static final Logger log = LoggerFactory.getLogger(KeysFitTrail.class);

    private final TrailRows rows;
    private final SealingKeys keys;
    private final AuditSettings settings;

    KeysFitTrail(TrailRows rows, SealingKeys keys, AuditSettings settings) {
        this.rows = rows;
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public void enter() {
        Optional<String> foreign = rows.lastBatch().map(Batch::keyId).filter(key -> !keys.believes(key));
        if (foreign.isEmpty()) {
            return;
        }
        if (!settings.acceptNewKeys()) {
            throw new IllegalStateException(
                    "The audit trail in this database was sealed with the key %s, which is not in the folder of secrets. Copy"
                                    .formatted(foreign.get())
                            + " the folder \"secrets\" from the other machine or from the backup. Only if it is lost"
                            + " for good: start once with portal.audit.accept-new-keys=true");
        }
        log.warn(
                "The audit trail goes on with the new key {}; batches of {} can no longer be verified",
                keys.keyId(),
                foreign.get());
    }
}
