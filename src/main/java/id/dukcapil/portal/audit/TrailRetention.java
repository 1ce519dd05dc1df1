package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.RowCheck.Misfit;
import id.dukcapil.portal.common.Retention;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets old sealed batches go, whole ones from the beginning, and signs up to where: the rest can still be verified. What is
 * damaged stays, as evidence.
 */
@Component
class TrailRetention implements Retention.Removal {

    private static final Logger log = LoggerFactory.getLogger(TrailRetention.class);

    private final TrailRows rows;
    private final SealingKeys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrailRetention(TrailRows rows, SealingKeys keys, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Bean
    Retention auditRetention() {
        return new Retention(
                "audit",
                "Jejak audit",
                "segel tertua dihapus utuh; sisanya tetap dapat diperiksa",
                "Pertanggungjawaban pemrosesan (UU 27/2022 Pasal 31 dan 47); sesuaikan dengan Jadwal Retensi Arsip",
                Period.ofYears(5),
                this);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(rows.sealedBefore(moment));
    }

    /** A batch goes as a whole, so the last one may exceed the limit. */
    @Override
    public int removeEndedBefore(Instant moment, int limit) {
        try {
            Integer removed = transaction.execute(status -> removeInTransaction(moment, limit));
            return removed == null ? 0 : removed;
        } catch (BadSqlGrammarException notAllowed) {
            log.warn(
                    "The database account may not delete from the audit trail, as it should be; old batches stay until"
                            + " an account that may removes them",
                    notAllowed);
            return 0;
        }
    }

    private int removeInTransaction(Instant moment, int limit) {
        ChainEnd beginning = rows.pruning().map(ChainEnd::of).orElse(ChainEnd.BEGINNING);
        var old = new ArrayList<Batch>();
        long count = 0;
        for (Batch batch : rows.batches(beginning.batch(), Math.max(1, limit))) {
            if (count >= limit || !batch.sealedAt().isBefore(moment)) {
                break;
            }
            old.add(batch);
            count += batch.rows();
        }
        if (old.isEmpty()) {
            return 0;
        }
        if (!isIntact(old, beginning)) {
            log.error("The oldest batches of the audit trail are damaged and are kept as evidence; have them verified");
            return 0;
        }
        rows.enter(Pruning.upTo(old.getLast(), clock.instant(), keys));
        return rows.remove(beginning, old.getLast());
    }

    private boolean isIntact(List<Batch> old, ChainEnd beginning) {
        ChainEnd end = beginning;
        for (Batch batch : old) {
            if (batch.number() != end.batch() + 1 || !batch.isSignedBy(keys)) {
                return false;
            }
            end = ChainEnd.of(batch);
        }
        var damages = new ArrayList<Damage>();
        var misfits = new ArrayList<Misfit>();
        var check = new RowCheck(old, beginning, damages::add, misfits::add);
        rows.rows(beginning.row(), end.row(), check::accept);
        check.end();
        return misfits.isEmpty()
                && damages.stream().allMatch(damage -> damage.kind().isOfOrigin());
    }
}
