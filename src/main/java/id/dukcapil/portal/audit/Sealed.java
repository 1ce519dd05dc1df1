package id.dukcapil.portal.audit;

/**
 * A row of the trail as the chain sees it.
 *
 * @param number its place
 * @param content all that it says, as bytes that only this row can have
 * @param hash the link of the chain stored beside it
 */
record Sealed(long number, byte[] content, byte[] hash) {}
