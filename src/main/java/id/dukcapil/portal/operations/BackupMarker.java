package id.dukcapil.portal.operations;

import id.dukcapil.portal.operations.SystemFacts.Backup;
import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The note that the backup command leaves in PORTAL_HOME when it has finished: {@code backup.properties}. */
@Component
class BackupMarker {

    private static final Logger log = LoggerFactory.getLogger(BackupMarker.class);

    private final Path file;

    BackupMarker(PortalHome home) {
        file = home.home().toAbsolutePath().resolve("backup.properties");
    }

    /** Empty when no backup was ever finished, or the note cannot be read. */
    Optional<Backup> read() {
        var note = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            note.load(reader);
            return Optional.of(new Backup(
                    Instant.parse(note.getProperty("finishedAt", "")),
                    note.getProperty("place", "–"),
                    Long.parseLong(note.getProperty("bytes", "0"))));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
            log.warn("The note of the last backup cannot be read: {}", unreadable.toString());
            return Optional.empty();
        }
    }
}
