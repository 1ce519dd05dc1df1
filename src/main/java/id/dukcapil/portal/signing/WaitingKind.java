package id.dukcapil.portal.signing;

/**
 * A kind of documents that wait for a signature.
 *
 * @param title "Kartu Keluarga"
 * @param count how many wait, counted up to {@link WaitingDocuments#COUNT_LIMIT} + 1
 */
public record WaitingKind(String kind, String title, int count) {}
