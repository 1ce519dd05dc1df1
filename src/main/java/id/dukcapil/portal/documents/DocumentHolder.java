package id.dukcapil.portal.documents;

/**
 * A room that keeps documents in the store. Equal content is stored once, whoever brought it, so who wants to remove a
 * document asks all others first.
 */
public interface DocumentHolder {

    /** Whether this room still needs the content. */
    boolean holds(ContentHash hash);
}
