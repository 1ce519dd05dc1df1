package id.dukcapil.portal.common;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed the record since it was shown; nothing was stored. The message says so to the person. */
public class ChangedMeanwhile extends OptimisticLockingFailureException {

    public ChangedMeanwhile(String message) {
        super(message);
    }
}
