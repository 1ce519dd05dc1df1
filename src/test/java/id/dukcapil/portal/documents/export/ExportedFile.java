package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.ExportId;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.context.ApplicationContext;

/** For tests: what the scheduler would do with an export, and the file that comes of it. */
public final class ExportedFile {

    private ExportedFile() {}

    /** Carries the export out. */
    public static byte[] of(ApplicationContext portal, ExportId id) throws IOException {
        ExportRecords records = portal.getBean(ExportRecords.class);
        portal.getBean(ExportRun.class).run(id, records.find(id).orElseThrow().turn(), () -> false);
        ExportEntry ready = records.find(id).orElseThrow();
        return Files.readAllBytes(portal.getBean(ExportFiles.class).of(id, ready.attempt()));
    }
}
