package id.dukcapil.portal.platform.backup;

import id.dukcapil.portal.platform.PortalHome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a backup back into an empty database and a home without documents. Everything is checked before anything is
 * written, and what was written is counted afterwards.
 */
public final class Restoration {

    private static final Logger log = LoggerFactory.getLogger(Restoration.class);

    /** First line of newer dumps; older clients stumble over it. */
    private static final String SANDBOX = "/*M!999999\\- enable the sandbox mode */";

    private final Path folder;
    private final Manifest manifest;
    private final @Nullable BackupKeys keys;

    private Restoration(Path folder, Manifest manifest, @Nullable BackupKeys keys) {
        this.folder = folder;
        this.manifest = manifest;
        this.keys = keys;
    }

    /**
     * Opens a backup.
     *
     * @throws BackupFailed when it is incomplete, damaged or changed, or not sealed with this passphrase
     */
    public static Restoration of(Path backup, @Nullable String passphrase) {
        try {
            Manifest manifest = Manifest.read(backup);
            BackupKeys keys = manifest.unsealed(passphrase).orElse(null);
            var restoration = new Restoration(backup.toAbsolutePath().normalize(), manifest, keys);
            restoration.checkFiles();
            return restoration;
        } catch (IOException e) {
            throw new BackupFailed("The backup " + backup + " cannot be read.", e);
        }
    }

    private void checkFiles() throws IOException {
        for (Map.Entry<String, String> file : manifest.checksums().entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                throw new BackupFailed("The file " + file.getKey() + " of the backup is missing.");
            }
            if (!Digests.of(path).equals(file.getValue())) {
                throw new BackupFailed("The file " + file.getKey() + " of the backup was changed or is damaged.");
            }
        }
        DocumentCopies documents = Backup.documentsBeside(folder);
        for (String hash : Files.readAllLines(folder.resolve(Backup.DOCUMENT_LIST))) {
            documents.check(hash);
        }
        log.info(
                "Backup {} is intact: {} tables, {} documents",
                folder,
                manifest.tables().size(),
                manifest.get(Backup.DOCUMENT_COUNT));
    }

    /** @throws BackupFailed when the database holds anything, or afterwards does not hold what the backup does */
    public void into(DatabaseAddress database, PortalHome home) {
        try {
            if (!rows(database).isEmpty()) {
                throw new BackupFailed("The database " + database + " is not empty. Restore into an empty one,"
                        + " so that nothing that is needed is overwritten.");
            }
            new DatabasePrograms(home).load(database, this::statements);
            compare(rows(database));
            var documents = new DocumentCopies(home.folder(Backup.DOCUMENTS));
            for (String hash : Files.readAllLines(folder.resolve(Backup.DOCUMENT_LIST))) {
                documents.restore(Backup.documentsBeside(folder), hash);
            }
            var files = new HomeFiles(home.home());
            files.unpack(Files.readAllBytes(folder.resolve(Backup.HOME_FILES)));
            if (keys != null) {
                files.unpack(keys.decrypted(Files.readAllBytes(folder.resolve(Backup.KEYS))));
            }
        } catch (IOException e) {
            throw new BackupFailed("The backup " + folder + " cannot be restored.", e);
        } catch (SQLException e) {
            throw new BackupFailed("The database " + database + " cannot be read.", e);
        }
        log.info("Backup {} of {} is restored into {}", folder, manifest.get("createdAt"), database);
    }

    private void statements(OutputStream database) throws IOException {
        try (InputStream dump = new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(folder.resolve(Backup.DATABASE)), 1 << 16))) {
            dump.mark(SANDBOX.length());
            byte[] beginning = dump.readNBytes(SANDBOX.length());
            if (!new String(beginning, StandardCharsets.UTF_8).equals(SANDBOX)) {
                dump.reset();
            }
            dump.transferTo(database);
        }
    }

    private void compare(Map<String, Long> restored) {
        var expected = new TreeMap<>(manifest.tables());
        if (!expected.equals(new TreeMap<>(restored))) {
            throw new BackupFailed(
                    "After restoring, the tables do not hold the rows of the backup: expected %s, found %s."
                            .formatted(expected, restored));
        }
    }

    private static Map<String, Long> rows(DatabaseAddress database) throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet tables = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")) {
                while (tables.next()) {
                    rows.put(tables.getString(1), 0L);
                }
            }
            for (Map.Entry<String, Long> table : rows.entrySet()) {
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM `" + table.getKey() + "`")) {
                    count.next();
                    table.setValue(count.getLong(1));
                }
            }
        }
        return rows;
    }
}
