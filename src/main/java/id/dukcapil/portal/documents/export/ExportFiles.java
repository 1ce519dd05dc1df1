package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The files of exports, in a folder of their own so that no backup keeps them longer than promised. A file is named after the
 * export and the attempt that wrote it; that it is complete is said by the row alone, so a crash leaves nothing that could be
 * taken for a result.
 */
@Component
class ExportFiles {

    private final Path folder;

    ExportFiles(PortalHome home) {
        folder = home.folder("exports");
    }

    Path of(ExportId id, int attempt) {
        return folder.resolve(id + "-" + attempt);
    }

    /** All attempts. */
    void remove(ExportId id) {
        withPrefix(id + "-").forEach(ExportFiles::delete);
    }

    /** What other attempts have left. */
    void keepOnly(ExportId id, int attempt) {
        withPrefix(id + "-").stream()
                .filter(file -> !file.equals(of(id, attempt)))
                .forEach(ExportFiles::delete);
    }

    /** The exports of which something lies here. */
    Set<ExportId> present() {
        var ids = new HashSet<ExportId>();
        for (Path file : withPrefix("")) {
            String name = String.valueOf(file.getFileName());
            ExportId.parse(name.substring(0, Math.max(0, name.lastIndexOf('-'))))
                    .ifPresent(ids::add);
        }
        return ids;
    }

    private List<Path> withPrefix(String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of exports cannot be read", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A file of an export cannot be deleted", e);
        }
    }
}
