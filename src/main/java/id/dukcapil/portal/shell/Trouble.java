package id.dukcapil.portal.shell;

import id.dukcapil.portal.common.DatabaseAway;
import id.dukcapil.portal.common.DiskFull;
import id.dukcapil.portal.common.LockConflict;
import org.jspecify.annotations.Nullable;

/** What stands behind a failure, as far as it makes a difference to the person in front of the screen. */
enum Trouble {
    /** The database does not answer; it may do so in a minute. */
    DATABASE_AWAY,
    /** Something could not be written because a disk has no room. */
    DISK_FULL,
    /** Somebody else was writing the same rows; nothing was stored, and doing it again can succeed. */
    IN_EACH_OTHERS_WAY,
    /** Anything else, to be looked up in the log. */
    UNFORESEEN;

    static Trouble of(@Nullable Throwable failure) {
        if (DatabaseAway.isBehind(failure)) {
            return DATABASE_AWAY;
        }
        if (failure != null && LockConflict.is(failure)) {
            return IN_EACH_OTHERS_WAY;
        }
        return DiskFull.isBehind(failure) ? DISK_FULL : UNFORESEEN;
    }
}
