package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.SetUpStep;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves once, at the first start with a new key, the rows that wait: an earlier version wrote them without a proof, or the
 * key of their proof was lost. Afterwards a row without a proof is foreign.
 */
@Component
@Order(6)
class WaitingRowsAreProved implements SetUpStep {

    private static final Logger log = LoggerFactory.getLogger(WaitingRowsAreProved.class);

    private final TrailRows rows;
    private final InboxProof proof;
    private final Clock clock;

    WaitingRowsAreProved(TrailRows rows, InboxProof proof, Clock clock) {
        this.rows = rows;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    public void enter() {
        if (proof.isNew()) {
            int proved = rows.prove(proof);
            proof.begin(clock.instant());
            log.info("{} rows of the audit trail waited for their seal and were taken over", proved);
        }
    }
}
