package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One document of a batch, as stored.
 *
 * @param digest of the unsigned bytes, pinned when the batch began
 * @param signed digest of the signed bytes, written ahead of them
 */
record SigningItem(
        UUID id,
        SigningBatchId batch,
        int position,
        SigningDocumentId document,
        ContentHash digest,
        ItemState state,
        @Nullable ContentHash signed) {}
