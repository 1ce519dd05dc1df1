package id.dukcapil.portal.audit;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail as the portal keeps it, and a verification of all of it. */
@IntegrationTest
abstract class TrailTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Sealer sealer;

    @Autowired
    TrailRows rows;

    @Autowired
    SealingKeys keys;

    @Autowired
    InboxProof proof;

    @Autowired
    BatchHashes hashes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    VerificationReport verified() {
        return new TrailVerifier(rows, keys, hashes, checked -> {}).verify();
    }

    /** How many sealed rows tell of it. */
    int trail(String reference) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_trail WHERE reference = ?")
                .param(reference)
                .query(Integer.class)
                .single();
    }
}
