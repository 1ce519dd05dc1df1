package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyTest {

    @TempDir
    Path home;

    @Test
    void aNewFolderAndItsMissingParentsAreClosedToOthers() throws IOException {
        Path folder = OwnerOnly.folder(home.resolve("documents/ab"));

        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(rights(home.resolve("documents"))).isEqualTo("rwx------");
    }

    @Test
    void aNewFileIsClosedToOthers() throws IOException {
        assertThat(rights(Files.createFile(home.resolve("document"), OwnerOnly.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderOfAnEarlierReleaseIsClosedWithAllThatItHolds() throws IOException {
        Path folder = openFolder("documents");
        Path inner = openFolder("documents/ab");
        Path document = openFile("documents/ab/document", "rw-r--r--");
        Path program = openFile("documents/ab/program", "rwxr-xr-x");

        OwnerOnly.folder(folder);

        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(rights(inner)).isEqualTo("rwx------");
        assertThat(rights(document)).isEqualTo("rw-------");
        assertThat(rights(program)).isEqualTo("rwx------");
    }

    @Test
    void whatALinkLeadsToKeepsItsRights() throws IOException {
        Path elsewhere = openFile("elsewhere", "rw-r--r--");
        Path folder = openFolder("documents");
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        OwnerOnly.folder(folder);

        assertThat(rights(elsewhere)).isEqualTo("rw-r--r--");
    }

    private Path openFolder(String name) throws IOException {
        return open(Files.createDirectory(home.resolve(name)), "rwxr-xr-x");
    }

    private Path openFile(String name, String rights) throws IOException {
        return open(Files.createFile(home.resolve(name)), rights);
    }

    private static Path open(Path path, String rights) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
