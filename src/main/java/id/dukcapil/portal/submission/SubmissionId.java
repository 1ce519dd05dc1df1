package id.dukcapil.portal.submission;

import java.util.UUID;

/** Identity of a request inside the portal; people use the {@link SubmissionNumber}. */
public record SubmissionId(UUID value) {}
