package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.upload.FileExamination;
import id.dukcapil.portal.documents.upload.FileKind;
import id.dukcapil.portal.documents.upload.SafeFile;
import id.dukcapil.portal.documents.upload.UnacceptableFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Step 5: pictures of birth certificates beside the number that a tablet keeps; taken only with a line. */
@Service
@PreAuthorize("hasAuthority('VISIT_RECORD')")
public class EvidencePictures {

    private static final int LARGEST = 4 << 20;

    private final OutcomeRows rows;
    private final FileExamination examination;
    private final DocumentStore store;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    EvidencePictures(
            OutcomeRows rows,
            FileExamination examination,
            DocumentStore store,
            Retry retry,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.rows = rows;
        this.examination = examination;
        this.store = store;
        this.retry = retry;
        this.events = events;
        this.jdbc = jdbc;
    }

    /**
     * Keeps a picture for a pupil of a visit that is not closed; the first one stays.
     *
     * @return false when there is no such pupil
     * @throws InvalidInput for anything but a JPEG
     */
    public boolean keep(String visit, UUID pupil, InputStream picture) throws IOException {
        byte[] content = jpeg(picture);
        return retry.inTransaction(() -> {
            int kept = jdbc.sql("""
                            UPDATE visits_outcome o JOIN visits_visit v ON v.id = o.visit_id JOIN visits_day d ON d.visit_id = v.id
                            SET o.evidence_hash = COALESCE(o.evidence_hash, ?)
                            WHERE v.number = ? AND o.id = ? AND d.closed_at IS NULL""")
                    .params(ContentHash.of(content).value(), visit, pupil)
                    .update();
            if (kept > 0) {
                store.put(content);
            }
            return kept > 0;
        });
    }

    private byte[] jpeg(InputStream picture) throws IOException {
        try {
            SafeFile file = examination.examine(() -> picture, LARGEST);
            if (file.kind() == FileKind.JPEG) {
                return file.content();
            }
        } catch (UnacceptableFile unacceptable) {
            throw new InvalidInput("picture", unacceptable.sentence());
        }
        throw new InvalidInput("picture", "Foto bukti harus JPEG.");
    }

    /** Each look is written down. */
    public Optional<byte[]> open(String visit, UUID pupil) {
        return retry.inTransaction(() -> jdbc.sql("""
                        SELECT o.evidence_hash FROM visits_outcome o JOIN visits_visit v ON v.id = o.visit_id
                        WHERE v.number = ? AND o.id = ? AND o.evidence_hash IS NOT NULL""")
                .params(visit, pupil)
                .query(OneColumn.TEXT)
                .optional()
                .map(hash -> {
                    events.publishEvent(AuditEvent.of("Koreksi SIAK", visit, "Foto bukti dibuka")
                            .about(rows.row(pupil).who().nik()));
                    return store.read(new ContentHash(hash));
                }));
    }
}
