package id.dukcapil.portal.common;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Recognises a database that does not answer, or that went away in the middle of something; it may be back in a minute. */
public final class DatabaseAway {

    /** SQLSTATE class 08 is "connection exception". */
    private static final String CONNECTION_EXCEPTION = "08";

    private DatabaseAway() {}

    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (is(cause)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The pool has exceptions of its own for "none to be had"; and where the connection broke in a transaction, all that is
     * left of it may be that Hibernate could not roll it back.
     */
    private static boolean is(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof TransactionException
                || cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(CONNECTION_EXCEPTION);
    }
}
