package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.signing.SigningEvent.DocumentSigned;
import id.dukcapil.portal.signing.SigningRig.Place;
import id.dukcapil.portal.signing.SigningRig.Portal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal ends in the middle of a batch, between any two steps, and another process puts things in order. */
@IntegrationTest
class KilledBatchTest {

    @Autowired
    SigningScenario given;

    @Autowired
    SigningRig rig;

    @Autowired
    DocumentStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void nothingIsSignedTwiceAndNothingIsLost(Place place) {
        List<SigningDocumentId> wanted = awaiting(3);
        Portal killed = rig.portal(1).dyingAt(place, place == Place.BEFORE_END ? 1 : 2);
        Portal fresh = rig.portal(1);
        OpenedBatch batch = killedAndRecovered(killed, fresh, wanted);
        isInOrder(batch, wanted, killed, fresh);
    }

    /** The first goes alone, the four others together; they die together, or some of them have come further. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void whatWasSignedInThePortalItselfIsStoredOrWasNeverSignedAndNobodyIsAsked(Place place) {
        List<SigningDocumentId> wanted = awaiting(5);
        Portal killed = rig.signingHere(1, 4).dyingAt(place, place == Place.BEFORE_END ? 1 : 2);
        Portal fresh = rig.signingHere(1, 4);
        OpenedBatch batch = killedAndRecovered(killed, fresh, wanted);

        BatchCounts counts = rig.counts(batch.id());
        assertThat(counts.of(ItemState.UNKNOWN)).isZero();
        assertThat(counts.of(ItemState.WAITING) + counts.of(ItemState.SENT)).isZero();
        assertThat(fresh.calls()).as("recovery sends nothing").isZero();
        for (SigningDocumentId document : wanted) {
            SigningDocumentDetails details = given.details(document);
            boolean stored = store.contains(SigningRig.signed(store.read(details.unsigned())));
            assertThat(details.status())
                    .isEqualTo(stored ? SigningDocumentStatus.SIGNED : SigningDocumentStatus.AWAITING);
        }
        theRestCanBeSigned(wanted, batch, fresh);
        assertThat(wanted).allMatch(document -> given.details(document).status() == SigningDocumentStatus.SIGNED);
    }

    private List<SigningDocumentId> awaiting(int count) {
        return Stream.generate(() -> given.awaiting(null)).limit(count).toList();
    }

    private OpenedBatch killedAndRecovered(Portal killed, Portal fresh, List<SigningDocumentId> wanted) {
        OpenedBatch batch = given.as("kadis", () -> killed.open(wanted)).batch();
        Passphrase secret = Passphrase.of("rahasia".toCharArray());

        assertThatExceptionOfType(SigningRig.Killed.class)
                .isThrownBy(() -> killed.runner.run(batch, secret, new Silent()));
        assertThatIllegalStateException().as("the passphrase is gone").isThrownBy(secret::characters);

        fresh.recovery.run();
        assertThat(rig.batch(batch.id()).ending()).as("its lease still holds").isNull();
        clock.advance(Duration.ofMinutes(3));
        fresh.recovery.run();
        fresh.recovery.run();

        assertThat(rig.batch(batch.id()).ending()).isEqualTo(BatchEnding.INTERRUPTED);
        return batch;
    }

    @Test
    void aDatabaseThatRestartsInTheMiddleLeadsToNoSecondSignatureEither() {
        List<SigningDocumentId> wanted = awaiting(3);
        Portal portal = rig.portal(1).answering(call -> {
            if (call == 2) {
                endAllConnections();
            }
            return null;
        });
        OpenedBatch batch = given.as("kadis", () -> portal.open(wanted)).batch();

        Throwable broken =
                catchThrowable(() -> portal.runner.run(batch, Passphrase.of("rahasia".toCharArray()), new Silent()));
        assertThat(broken)
                .as("whether the next step finds a new connection in time is for the pool to say")
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        lost -> assertThat(lost).isInstanceOf(RuntimeException.class));

        Portal fresh = rig.portal(1);
        clock.advance(Duration.ofMinutes(3));
        fresh.recovery.run();
        assertThat(rig.batch(batch.id()).ending()).isNotNull();
        isInOrder(batch, wanted, portal, fresh);
    }

    /** As the portal sees it when the server is stopped: every connection of the pool is dead, in use or not. */
    private void endAllConnections() {
        jdbc.sql("SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()")
                .query(Long.class)
                .list()
                .forEach(connection -> jdbc.sql("KILL CONNECTION " + connection).update());
    }

    private void isInOrder(OpenedBatch batch, List<SigningDocumentId> wanted, Portal killed, Portal fresh) {
        BatchCounts counts = rig.counts(batch.id());
        assertThat(counts.total()).isEqualTo(3);
        assertThat(counts.of(ItemState.WAITING) + counts.of(ItemState.SENT)).isZero();
        assertThat(fresh.calls()).as("recovery sends nothing").isZero();
        wanted.forEach(document -> standsWhereItsSignatureSays(document, killed));
        assertThat(killed.told(DocumentSigned.class).size()
                        + fresh.told(DocumentSigned.class).size())
                .as("an event for every signed document and for no other")
                .isEqualTo(counts.of(ItemState.SIGNED));

        theRestCanBeSigned(wanted, batch, fresh);
        wanted.forEach(document -> {
            SigningDocumentDetails details = given.details(document);
            assertThat(details.status()).isEqualTo(SigningDocumentStatus.SIGNED);
            assertThat(store.contains(
                            Objects.requireNonNull(details.signature()).digest()))
                    .isTrue();
        });
    }

    private void standsWhereItsSignatureSays(SigningDocumentId document, Portal portal) {
        SigningDocumentDetails details = given.details(document);
        int signatures = portal.signaturesOf(details.unsigned());
        switch (details.status()) {
            case SIGNED -> {
                assertThat(signatures).isEqualTo(1);
                assertThat(store.contains(
                                Objects.requireNonNull(details.signature()).digest()))
                        .isTrue();
            }
            case AWAITING -> assertThat(signatures).as("nothing was signed").isZero();
            case IN_BATCH -> assertThat(signatures).as("nobody knows").isLessThanOrEqualTo(1);
            case REFUSED, WITHDRAWN, SUPERSEDED, REVOKED -> throw new AssertionError(details.status());
        }
    }

    /** What is unknown is not signed again before somebody has declared that no signature exists. */
    private void theRestCanBeSigned(List<SigningDocumentId> wanted, OpenedBatch batch, Portal fresh) {
        given.as("kadis", () -> {
            List<SigningItem> unknown = fresh.items.in(batch.id(), ItemState.UNKNOWN);
            for (SigningItem item : unknown) {
                assertThat(fresh.unknown.look(item.id())).contains(ItemState.UNKNOWN);
                assertThat(fresh.unknown.declareUnsigned(item.id(), "Sudah diperiksa di portal BSrE"))
                        .isTrue();
            }
            List<SigningDocumentId> left = wanted.stream()
                    .filter(document -> given.details(document).status() == SigningDocumentStatus.AWAITING)
                    .toList();
            if (!left.isEmpty()) {
                fresh.runner.run(fresh.open(left).batch(), Passphrase.of("rahasia".toCharArray()), new Silent());
                left.forEach(document -> assertThat(
                                fresh.signaturesOf(given.details(document).unsigned()))
                        .isEqualTo(1));
            }
            return left;
        });
    }
}
