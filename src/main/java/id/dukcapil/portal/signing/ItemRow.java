package id.dukcapil.portal.signing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document of a batch in a list.
 *
 * @param concerns name of the person it is about; masked once the case has lost its people
 * @param signedDigest SHA-256 of the signed bytes, as soon as it is known
 * @param attempt the how manieth time it was to be sent
 */
public record ItemRow(
        UUID item,
        SigningDocumentId document,
        String title,
        String reference,
        String concerns,
        ItemState state,
        @Nullable String explanation,
        @Nullable String signedDigest,
        int attempt,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt) {}
