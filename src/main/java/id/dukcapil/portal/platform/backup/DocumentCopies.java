package id.dukcapil.portal.platform.backup;

import id.dukcapil.portal.common.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents by the hash of their content, in PORTAL_HOME or beside the backups, where all of these share them. */
final class DocumentCopies {

    private static final Logger log = LoggerFactory.getLogger(DocumentCopies.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    DocumentCopies(Path root) {
        this.root = root;
    }

    /** The hashes of all documents, in order. */
    List<String> hashes() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(file -> root.relativize(file).getNameCount() == 3)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> HASH.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Copies what is missing here.
     *
     * @return the hashes of all documents that are here afterwards and intact as far as they were copied now; a damaged one
     *     is told to the log and left out, because the others are worth keeping all the more
     */
    List<String> addFrom(DocumentCopies source) throws IOException {
        var present = new ArrayList<String>();
        for (String hash : source.hashes()) {
            if (Files.isRegularFile(file(hash)) || copied(source.file(hash), hash)) {
                present.add(hash);
            }
        }
        return present;
    }

    /** Brings one document here and checks it on the way. */
    void restore(DocumentCopies source, String hash) throws IOException {
        if (!Files.isRegularFile(file(hash)) && !copied(source.file(hash), hash)) {
            throw new BackupFailed("The document " + hash + " of the backup is damaged.");
        }
    }

    /** @throws BackupFailed when the document is absent or is not what its name says */
    void check(String hash) throws IOException {
        if (!Files.isRegularFile(file(hash))) {
            throw new BackupFailed("The document " + hash + " of the backup is missing.");
        }
        if (!Digests.of(file(hash)).equals(hash)) {
            throw new BackupFailed("The document " + hash + " of the backup is damaged.");
        }
    }

    void removeAllBut(Set<String> wanted) throws IOException {
        for (String hash : hashes()) {
            if (!wanted.contains(hash)) {
                Files.deleteIfExists(file(hash));
            }
        }
    }

    private boolean copied(Path from, String hash) throws IOException {
        Path target = file(hash);
        Path folder = Objects.requireNonNull(target.getParent());
        OwnerOnly.folder(folder);
        Path written = Files.createTempFile(folder, "incoming-", ".part");
        try {
            String digest;
            try (var out = Files.newOutputStream(written)) {
                digest = Digests.copying(from, out);
            }
            if (!digest.equals(hash)) {
                log.error("The document {} is damaged and is not copied; look for it in older backups", hash);
                return false;
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private Path file(String hash) {
        return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }
}
