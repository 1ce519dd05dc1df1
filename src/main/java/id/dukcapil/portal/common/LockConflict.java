package id.dukcapil.portal.common;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.PessimisticLockingFailureException;

/** Recognises that two transactions stood in each other's way, so that doing the whole one again can succeed. */
public final class LockConflict {

    /** MariaDB: record changed since read, lock wait timeout, deadlock. Not all of them have an SQL state of their own. */
    private static final Set<Integer> CODES = Set.of(1020, 1205, 1213);

    private LockConflict() {}

    public static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PessimisticLockingFailureException
                    || (cause instanceof SQLException sql && CODES.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }
}
