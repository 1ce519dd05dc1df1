package id.dukcapil.portal.common;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folders and files that only the account of the portal may enter, read and change, whatever its umask is. On a system
 * without POSIX permissions those of the parent folder hold.
 */
public final class OwnerOnly {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);

    private OwnerOnly() {}

    /** For the creation of a file: 0600. */
    public static FileAttribute<?>[] file() {
        return creation("rw-------");
    }

    /**
     * The folder with its missing parents, created as 0700. One that others may enter, made by an earlier release, is
     * closed to them together with all that it holds, itself last, so that an interrupted call is completed by the next.
     */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder, creation("rwx------"));
        if (POSIX && isOpen(folder)) {
            Files.walkFileTree(folder, new Closing());
        }
        return folder;
    }

    private static boolean isOpen(Path path) throws IOException {
        return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    }

    private static FileAttribute<?>[] creation(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Takes the rights of group and others; programs stay executable for their owner. */
    private static final class Closing extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isSymbolicLink()) {
                close(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return continueWithout(failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            close(folder);
            return FileVisitResult.CONTINUE;
        }

        private static void close(Path path) throws IOException {
            try {
                Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(path));
                if (rights.removeAll(OTHERS)) {
                    Files.setPosixFilePermissions(path, rights);
                }
            } catch (NoSuchFileException deletedMeanwhile) {
                continueWithout(deletedMeanwhile);
            }
        }

        private static FileVisitResult continueWithout(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
