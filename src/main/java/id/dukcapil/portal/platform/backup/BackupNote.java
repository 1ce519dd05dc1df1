package id.dukcapil.portal.platform.backup;

import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Properties;

/** {@code PORTAL_HOME/backup.properties}: when the last backup was complete, for those who watch the portal. */
final class BackupNote {

    static final String FILE = "backup.properties";

    private BackupNote() {}

    static void write(PortalHome home, Instant finished, Path place, long bytes) throws IOException {
        var note = new Properties();
        note.setProperty("finishedAt", finished.toString());
        note.setProperty("place", place.toString());
        note.setProperty("bytes", Long.toString(bytes));
        Path file = home.home().toAbsolutePath().resolve(FILE);
        Path written = file.resolveSibling(FILE + ".part");
        try (Writer writer = Files.newBufferedWriter(written)) {
            note.store(writer, null);
        }
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
