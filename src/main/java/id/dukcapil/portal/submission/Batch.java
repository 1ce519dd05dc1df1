package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Does the same with many requests, each in its own transaction, so that one that cannot be done spoils no other. */
@Component
class Batch {

    /** More than that is not looked at before it is decided. */
    static final int LARGEST = 100;

    private static final Logger log = LoggerFactory.getLogger(Batch.class);

    private final Retry retry;

    Batch(Retry retry) {
        this.retry = retry;
    }

    /** @throws InvalidInput when there are too many at once; nothing has been done then */
    static void requireReasonable(int count) {
        if (count > LARGEST) {
            throw new InvalidInput("numbers", "Paling banyak %d permohonan sekaligus.".formatted(LARGEST));
        }
    }

    BatchResult one(SubmissionNumber number, Supplier<Optional<SubmissionDetails>> work) {
        try {
            return retry.inTransaction(work)
                    .map(BatchResult::done)
                    .orElseGet(() ->
                            BatchResult.refused(number, "Permohonan %s tidak ada di kantor Anda.".formatted(number)));
        } catch (HeldBySomebodyElse | SamePersonTwice | IllegalMove | InvalidInput | ChangedMeanwhile refusal) {
            return BatchResult.refused(number, String.valueOf(refusal.getMessage()));
        } catch (AccessDeniedException otherLane) {
            return BatchResult.refused(
                    number, "Permohonan %s berada pada tahap yang bukan tugas Anda.".formatted(number));
        } catch (DataAccessException | TransactionException trouble) {
            log.warn(
                    "{} was left out of a batch: {}", number, trouble.getClass().getSimpleName());
            return BatchResult.refused(
                    number, "Permohonan %s tidak terproses karena gangguan. Coba lagi.".formatted(number));
        }
    }
}
