package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.DiskFull;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Recognises what kept an export from being finished, for a sentence to whoever waits for it. */
final class ExportTrouble {

    private ExportTrouble() {}

    static String sentence(Throwable failure) {
        if (DiskFull.isBehind(failure)) {
            return "Penyimpanan portal penuh; hubungi administrator.";
        }
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return "Berkas tidak dapat ditulis pada peladen; hubungi administrator.";
            }
            if (cause instanceof DataAccessException) {
                return "Basis data tidak menjawab saat baris dibaca.";
            }
        }
        return "Terjadi gangguan pada peladen; rinciannya ada di catatan sistem.";
    }
}
