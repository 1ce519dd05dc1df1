package id.dukcapil.portal.staff;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed the account or role in the meantime; the message names who and when. */
public class StaffConflict extends OptimisticLockingFailureException {

    StaffConflict(String message) {
        super(message);
    }
}
