package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.TrailRows.Waiting;
import id.dukcapil.portal.common.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what waits in the inbox: gives each row the next number and link of the chain, signs the batch, and moves the rows,
 * all in one transaction. A row without the portal's proof is sealed as foreign: refusing it would stop the chain, and
 * leaving it out would hide it. A row that commits late is simply there at the next run, so nothing slips between; the order
 * follows from the numbers and not from any clock. Two sealers at once want the same numbers, and the second one's
 * transaction fails as a whole. Afterwards the batch's hash is written outside the database; a crash before that is made up
 * for at the next run.
 */
@Component
class Sealer {

    /** So many rows share a signature, and so precisely a forger who computes the whole chain anew is located. */
    static final int LARGEST_BATCH = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private final TrailRows rows;
    private final SealingKeys keys;
    private final InboxProof proof;
    private final BatchHashes hashes;
    private final SealingNudge nudge;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sealer(
            TrailRows rows,
            SealingKeys keys,
            InboxProof proof,
            BatchHashes hashes,
            SealingNudge nudge,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.proof = proof;
        this.hashes = hashes;
        this.nudge = nudge;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return how many rows were sealed */
    int sealWaiting() {
        keepOutside();
        int sealed = 0;
        int latest;
        do {
            latest = sealBatch();
            sealed += latest;
        } while (latest == LARGEST_BATCH);
        nudge.sealed();
        return sealed;
    }

    private int sealBatch() {
        @Nullable Batch batch;
        try {
            batch = transaction.execute(status -> sealInTransaction());
        } catch (DuplicateKeyException somebodyElseIsSealing) {
            log.info("Another process is sealing the audit trail; this one leaves it to that");
            return 0;
        }
        if (batch == null) {
            return 0;
        }
        log.info("Audit trail sealed: {}", BatchHashes.line(batch));
        keepOutside();
        return Math.toIntExact(batch.rows());
    }

    private @Nullable Batch sealInTransaction() {
        // The end first: if another sealer goes on from it meanwhile, both claim the next batch and one is refused
        ChainEnd before = end();
        List<Waiting> waiting = rows.waiting(LARGEST_BATCH);
        if (waiting.isEmpty()) {
            return null;
        }
        // A row that somebody put behind the end must not stop the sealer; the verification reports it
        long first = rows.freeAfter(before.row(), LARGEST_BATCH);
        List<Sealed> sealed = chained(waiting, first, before.hash(), proof, rows.sealedBefore(waiting));
        Batch batch = Batch.sealed(
                before, first, first + waiting.size() - 1, sealed.getLast().hash(), clock.instant(), keys);
        warnOfForeign(sealed);
        rows.enter(batch);
        rows.enter(waiting, sealed);
        int removed = rows.removeFromInbox(waiting);
        if (removed != waiting.size()) {
            throw new IllegalStateException(
                    "Of %d rows to be sealed only %d were still waiting".formatted(waiting.size(), removed));
        }
        return batch;
    }

    private static void warnOfForeign(List<Sealed> sealed) {
        long foreign = sealed.stream().filter(row -> row.origin() != null).count();
        if (foreign > 0) {
            log.error(
                    "AUDIT INBOX: {} rows were not written by the portal; they are sealed as such and every verification"
                            + " reports them",
                    foreign);
        }
    }

    private ChainEnd end() {
        return rows.lastBatch()
                .map(ChainEnd::of)
                .or(() -> rows.pruning().map(ChainEnd::of))
                .orElse(ChainEnd.BEGINNING);
    }

    /**
     * @param before the link that they continue
     * @param sealedBefore identifiers that sealed rows have already
     */
    static List<Sealed> chained(
            List<Waiting> waiting, long first, byte[] before, InboxProof proof, Set<String> sealedBefore) {
        MessageDigest digest = Sha256.digest();
        var sealed = new ArrayList<Sealed>(waiting.size());
        byte[] hash = before;
        for (Waiting row : waiting) {
            @Nullable String origin = origin(row, proof, sealedBefore);
            byte[] content = origin == null ? row.content() : RowContent.with(row.content(), origin);
            hash = Chain.link(digest, hash, content);
            sealed.add(new Sealed(first + sealed.size(), content, hash, origin));
        }
        return sealed;
    }

    private static @Nullable String origin(Waiting row, InboxProof proof, Set<String> sealedBefore) {
        if (!proof.holds(row.content(), row.proof())) {
            return Origin.FOREIGN.name();
        }
        return sealedBefore.contains(row.id()) ? Origin.REPEATED.name() : null;
    }

    /** Writes outside what is not there yet, also what a crash or a full disk kept from being written before. */
    private void keepOutside() {
        try {
            hashes.complete(rows)
                    .ifPresent(known -> log.error(
                            "The audit trail does not reach batch {} any more, which was sealed before: its end was cut"
                                    + " off, or an older database was restored",
                            known.batch()));
        } catch (IOException | UncheckedIOException e) {
            // Sealing goes on: the chain is whole, and the file is completed as soon as it can be written again
            log.error("The file of batch hashes cannot be written", e);
        }
    }
}
