package id.dukcapil.portal.population.importing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises what keeps an import from going on, for a sentence to whoever waits for it. */
final class Trouble {

    /** ER_DISK_FULL, ER_RECORD_FILE_FULL and the server's own ENOSPC. */
    private static final Set<Integer> DATABASE_FULL = Set.of(1021, 1114, 28);

    private Trouble() {}

    static boolean diskFull(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DATABASE_FULL.contains(sql.getErrorCode())) {
                return true;
            }
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException
                    && (message.contains("No space left on device") || message.contains("Disk quota exceeded"))) {
                return true;
            }
        }
        return false;
    }

    static String sentence(Throwable failure) {
        return diskFull(failure)
                ? "Penyimpanan penuh; bebaskan ruang pada peladen."
                : "Terjadi gangguan pada peladen atau basis data; rinciannya ada di catatan sistem.";
    }
}
