package id.dukcapil.portal.booking;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed the day in the meantime; the message names who and what the day is now. */
public class QuotaConflict extends OptimisticLockingFailureException {

    QuotaConflict(String message) {
        super(message);
    }
}
