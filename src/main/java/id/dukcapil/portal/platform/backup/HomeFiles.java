package id.dukcapil.portal.platform.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The small files of PORTAL_HOME: the coat of arms, the ends of the audit chain, settings put there; and, apart from them,
 * the keys. Documents and the database go their own ways.
 */
final class HomeFiles {

    private static final Set<String> KEYS = Set.of("keys", "secrets");
    private static final Set<String> NOT_HERE = Set.of("documents", "database", "mariadb", "backup.properties");

    private final Path home;

    HomeFiles(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    boolean hasKeys() {
        return KEYS.stream().anyMatch(folder -> Files.isDirectory(home.resolve(folder)));
    }

    byte[] packedKeys() throws IOException {
        return packed(true);
    }

    byte[] packed() throws IOException {
        return packed(false);
    }

    private byte[] packed(boolean keys) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            if (Files.isDirectory(home)) {
                Files.walkFileTree(home, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return folder.equals(home) || wanted(folder, keys)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (attributes.isRegularFile() && wanted(file, keys)) {
                            zip.putNextEntry(new ZipEntry(
                                    home.relativize(file).toString().replace('\\', '/')));
                            Files.copy(file, zip);
                            zip.closeEntry();
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        }
        return bytes.toByteArray();
    }

    private boolean wanted(Path path, boolean keys) {
        String top = home.relativize(path).getName(0).toString();
        return !NOT_HERE.contains(top) && KEYS.contains(top) == keys;
    }

    /** Puts packed files back; what only the owner could read stays so, because every file here gets that. */
    void unpack(byte[] packed) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve(entry.getName()).normalize();
                if (!file.startsWith(home)) {
                    throw new BackupFailed("The backup holds a file that wants to lie outside PORTAL_HOME.");
                }
                Files.createDirectories(file.getParent() == null ? home : file.getParent());
                Files.write(file, zip.readAllBytes());
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }
}
