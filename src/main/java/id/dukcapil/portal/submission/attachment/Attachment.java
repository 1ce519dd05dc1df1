package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.upload.FileKind;
import java.time.Instant;

/**
 * A paper that came with a request.
 *
 * @param label the name that the file was given by whoever sent it; for reading only
 * @param size bytes as kept
 * @param content its seal in the document store
 */
public record Attachment(
        AttachmentId id,
        AttachmentKind kind,
        String label,
        FileKind file,
        int size,
        int pages,
        ContentHash content,
        Actor addedBy,
        Instant addedAt) {}
