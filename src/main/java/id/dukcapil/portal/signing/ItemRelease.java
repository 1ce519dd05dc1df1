package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.ActedBy;
import org.springframework.stereotype.Component;

/** Lets a document go from its batch without a signature: it waits again. */
@Component
class ItemRelease {

    private static final int LONGEST_REASON = 500;

    private final SigningItems items;
    private final SigningDocuments documents;
    private final Retry retry;

    ItemRelease(SigningItems items, SigningDocuments documents, Retry retry) {
        this.items = items;
        this.documents = documents;
        this.retry = retry;
    }

    /** @return false when somebody else has settled the item meanwhile; nothing has changed then */
    boolean release(SigningItem item, ItemState from, ItemState to, String why, ActedBy by) {
        return retry.inTransaction(() -> {
            SigningDocument document =
                    documents.lockById(item.document().value()).orElseThrow();
            if (!items.move(item, from, to, why, by.at())) {
                return false;
            }
            document.leaveBatch(shortened(why), by);
            documents.flush();
            return true;
        });
    }

    private static String shortened(String why) {
        return why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON);
    }
}
