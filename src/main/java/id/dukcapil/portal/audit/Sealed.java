package id.dukcapil.portal.audit;

import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as the chain sees it.
 *
 * @param number its place
 * @param content all that it says, as bytes that only this row can have
 * @param hash the link of the chain stored beside it
 * @param origin {@link Origin} when the portal did not write it, else null
 */
record Sealed(
        long number, byte[] content, byte[] hash, @Nullable String origin) {

    Sealed(long number, byte[] content, byte[] hash) {
        this(number, content, hash, null);
    }
}
