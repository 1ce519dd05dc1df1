package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document of a batch, as the history and the berita acara show it.
 *
 * @param position from 1, in the order in which they were to be signed
 * @param concerns name of the person it is about; masked once the case has lost its people
 * @param unsigned SHA-256 of the bytes that were pinned when the batch began
 * @param signed SHA-256 of the signed bytes; null when nothing was signed
 * @param settledAt when that became of it; null while it waits
 */
public record BatchEntry(
        int position,
        SigningDocumentId document,
        String title,
        String reference,
        String concerns,
        ItemState state,
        @Nullable String explanation,
        ContentHash unsigned,
        @Nullable ContentHash signed,
        @Nullable Instant settledAt) {}
