package id.dukcapil.portal.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of what is in a backup: checksums of its files and the rows of every table, sealed with the passphrase when there
 * is one. It is written last, so that a folder without it is no backup.
 */
final class Manifest {

    static final String FILE = "manifest.txt";
    static final String SHA_256 = ".sha256";
    static final String TABLE = "table.";

    private static final String FORMAT = "format";
    private static final String CURRENT = "1";
    private static final String SALT = "seal.salt";
    private static final String SEAL = "seal";

    private final TreeMap<String, String> entries;

    private Manifest(Map<String, String> entries) {
        this.entries = new TreeMap<>(entries);
    }

    static Manifest begun() {
        return new Manifest(Map.of(FORMAT, CURRENT));
    }

    void put(String name, Object value) {
        entries.put(name, value.toString());
    }

    void file(Path file) throws IOException {
        put(Objects.requireNonNull(file.getFileName()) + SHA_256, Digests.of(file));
    }

    String get(String name) {
        return Optional.ofNullable(entries.get(name))
                .orElseThrow(() -> new BackupFailed("The list of the backup lacks \"" + name + "\"."));
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Rows by table. */
    Map<String, Long> tables() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TABLE))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(TABLE.length()), entry -> Long.valueOf(entry.getValue())));
    }

    Map<String, String> checksums() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(SHA_256))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(0, entry.getKey().length() - SHA_256.length()),
                        Map.Entry::getValue));
    }

    void write(Path folder, @Nullable BackupKeys keys) throws IOException {
        if (keys != null) {
            put(SALT, keys.salt());
            put(SEAL, keys.seal(text()));
        }
        Files.writeString(folder.resolve(FILE), text());
    }

    static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new BackupFailed("%s is no backup: it has no %s.".formatted(folder, FILE));
        }
        var entries = new TreeMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2) {
                entries.put(parts[0], parts[1]);
            }
        }
        var manifest = new Manifest(entries);
        if (!manifest.get(FORMAT).equals(CURRENT)) {
            throw new BackupFailed("The backup was made by another version of the portal, in a format unknown here.");
        }
        return manifest;
    }

    /** The keys of a sealed backup, after its seal was found intact; none for a backup without a seal. */
    Optional<BackupKeys> unsealed(@Nullable String passphrase) {
        String seal = entries.get(SEAL);
        if (seal == null) {
            if (passphrase != null) {
                throw new BackupFailed("The backup has no seal, although this portal has a passphrase for backups."
                        + " To restore it all the same, run without the passphrase.");
            }
            return Optional.empty();
        }
        if (passphrase == null) {
            throw new BackupFailed("The backup is sealed: set the passphrase with which it was made.");
        }
        var keys = BackupKeys.of(passphrase, get(SALT));
        var signed = new Manifest(entries);
        signed.entries.remove(SEAL);
        if (!keys.seal(signed.text()).equals(seal)) {
            throw new BackupFailed(
                    "The seal is broken: the list of the backup was changed, or the passphrase is another one.");
        }
        return Optional.of(keys);
    }

    private String text() {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
