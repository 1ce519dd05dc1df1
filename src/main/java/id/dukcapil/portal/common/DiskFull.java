package id.dukcapil.portal.common;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises that something could not be written because a disk has no room, the portal's own or the database's. */
public final class DiskFull {

    /** ER_DISK_FULL, ER_RECORD_FILE_FULL, and ENOSPC as the server passes it on. */
    private static final Set<Integer> OF_THE_DATABASE = Set.of(1021, 1114, 28);

    /** Java has no type for it; these are the words of Linux (ENOSPC, EDQUOT) and Windows. */
    private static final List<String> OF_THE_SYSTEM =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private DiskFull() {}

    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && OF_THE_DATABASE.contains(sql.getErrorCode())
                    || cause instanceof IOException io && saysSo(io)) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysSo(IOException failure) {
        String words = String.valueOf(failure.getMessage());
        return OF_THE_SYSTEM.stream().anyMatch(words::contains);
    }
}
