package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Files that only the account of the portal may read. They are made once, at the first start, and never changed. */
final class Secrets {

    private final Path folder;

    Secrets(Path folder) {
        try {
            this.folder = OwnerOnly.folder(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the secrets cannot be created", e);
        }
    }

    /** The content of the file; when there is none it gets this first content, whichever process comes first. */
    String readOrCreate(String name, Supplier<String> first) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(file, first.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + name + " can be neither read nor created", e);
        }
    }

    boolean holds(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Written aside and then linked to its name, so that no other process ever reads half a key. */
    private void create(Path file, String content) throws IOException {
        Path written = Files.createTempFile(folder, "new-", ".tmp", OwnerOnly.file());
        try {
            Files.write(written, content.getBytes(StandardCharsets.UTF_8));
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException anotherProcessWasFirst) {
            return;
        } finally {
            Files.delete(written);
        }
    }
}
