package id.dukcapil.portal.submission.attachment;

import java.util.UUID;

/** Identity of one paper of a request. */
public record AttachmentId(UUID value) {}
