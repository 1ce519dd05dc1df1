package id.dukcapil.portal.platform.backup;

import id.dukcapil.portal.common.OwnerOnly;
import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups while the portal runs. The order makes what belongs together fit together: first the small files, so that
 * the ends of the audit chain are not ahead of the trail; then the database as it is at one moment; then the documents. A
 * document is stored before the row that names it and never changes, so the copy holds every document that the dump names.
 *
 * <p>Each backup is a folder named after its moment; a shared folder beside them holds the documents, each once.
 */
public final class Backup {

    static final String DATABASE = "database.sql.gz";
    static final String DOCUMENT_LIST = "documents.txt";
    static final String HOME_FILES = "home.zip";
    static final String KEYS = "keys.enc";
    static final String DOCUMENTS = "documents";
    static final String DOCUMENT_COUNT = "documents";

    private static final Logger log = LoggerFactory.getLogger(Backup.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAMES = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{6}Z");

    private final PortalHome home;
    private final BackupSettings settings;
    private final DatabaseAddress database;
    private final Clock clock;

    public Backup(PortalHome home, BackupSettings settings, DatabaseAddress database, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes one backup, removes those that are too many, and notes the success in PORTAL_HOME.
     *
     * @return the folder of the backup
     * @throws BackupFailed saying why there is none
     */
    public Path run(Path directory) {
        try {
            Path place = Files.createDirectories(directory.toAbsolutePath().normalize());
            if (place.startsWith(home.home().toAbsolutePath().normalize())) {
                throw new BackupFailed(
                        "Backups must not lie inside PORTAL_HOME: what destroys one destroys the other.");
            }
            try (FileChannel channel = FileChannel.open(
                            place.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw new BackupFailed("Another backup is being made in " + place + ".");
                }
                return complete(place);
            }
        } catch (IOException e) {
            throw new BackupFailed("The backup cannot be written to " + directory + ".", e);
        }
    }

    private Path complete(Path place) throws IOException {
        Instant begun = clock.instant();
        Path folder = place.resolve(NAME.format(begun));
        Path partial = OwnerOnly.folder(place.resolve("." + folder.getFileName() + ".partial"));
        try {
            write(partial, begun);
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            remove(partial);
            throw e;
        }
        long bytes = size(folder);
        prune(place);
        BackupNote.write(home, clock.instant(), folder, bytes);
        log.info("Backup {} is complete, {} bytes without the documents shared with others", folder, bytes);
        return folder;
    }

    private void write(Path folder, Instant begun) throws IOException {
        BackupKeys keys = settings.passphrase() == null ? null : BackupKeys.fresh(settings.passphrase());
        Manifest manifest = Manifest.begun();
        manifest.put("createdAt", begun);
        manifest.put("database", database.schema());
        writeHome(folder, manifest, keys);
        writeDatabase(folder, manifest);
        writeDocuments(folder, manifest);
        manifest.write(folder, keys);
    }

    private void writeHome(Path folder, Manifest manifest, @Nullable BackupKeys keys) throws IOException {
        var files = new HomeFiles(home.home());
        Files.write(folder.resolve(HOME_FILES), files.packed());
        manifest.file(folder.resolve(HOME_FILES));
        if (keys != null) {
            Files.write(folder.resolve(KEYS), keys.encrypted(files.packedKeys()));
            manifest.file(folder.resolve(KEYS));
        } else if (files.hasKeys()) {
            log.warn("The keys in PORTAL_HOME are not in the backup, because portal.backup.passphrase is not set;"
                    + " keep a copy of the folders keys and secrets elsewhere");
        }
    }

    private void writeDatabase(Path folder, Manifest manifest) throws IOException {
        Path file = folder.resolve(DATABASE);
        var check = new DumpCheck();
        new DatabasePrograms(home).dump(database, dump -> {
            try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
                byte[] buffer = new byte[1 << 16];
                for (int read = dump.read(buffer); read >= 0; read = dump.read(buffer)) {
                    check.write(buffer, 0, read);
                    packed.write(buffer, 0, read);
                }
            }
        });
        if (!check.complete()) {
            throw new BackupFailed("The dump of the database ended before it was complete.");
        }
        check.rows().forEach((table, rows) -> manifest.put(Manifest.TABLE + table, rows));
        manifest.file(file);
    }

    private void writeDocuments(Path folder, Manifest manifest) throws IOException {
        List<String> hashes = documentsBeside(folder).addFrom(new DocumentCopies(home.folder("documents")));
        Files.write(folder.resolve(DOCUMENT_LIST), hashes);
        manifest.file(folder.resolve(DOCUMENT_LIST));
        manifest.put(DOCUMENT_COUNT, hashes.size());
    }

    /** The documents that all backups in the same place share. */
    static DocumentCopies documentsBeside(Path backup) {
        return new DocumentCopies(backup.toAbsolutePath().normalize().resolveSibling(DOCUMENTS));
    }

    /** Removes the oldest backups, and the documents that no other one names. */
    private void prune(Path place) throws IOException {
        List<Path> newestFirst = backups(place);
        if (newestFirst.size() <= settings.keep()) {
            return;
        }
        for (Path old : newestFirst.subList(settings.keep(), newestFirst.size())) {
            remove(old);
            log.info("Removed the backup {}, because the newest {} are kept", old, settings.keep());
        }
        var named = new HashSet<String>();
        for (Path kept : newestFirst.subList(0, settings.keep())) {
            named.addAll(Files.readAllLines(kept.resolve(DOCUMENT_LIST)));
        }
        new DocumentCopies(place.resolve(DOCUMENTS)).removeAllBut(named);
    }

    private static List<Path> backups(Path place) throws IOException {
        try (Stream<Path> folders = Files.list(place)) {
            return folders.filter(folder ->
                            NAMES.matcher(folder.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(Backup::bytes).sum();
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
