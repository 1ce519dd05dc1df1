package id.dukcapil.portal.documents;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rooms that keep documents in the store. */
@Component
public class DocumentHolders {

    private final ObjectProvider<DocumentHolder> holders;

    DocumentHolders(ObjectProvider<DocumentHolder> holders) {
        this.holders = holders;
    }

    /** Whether any room still needs the content. */
    public boolean hold(ContentHash hash) {
        return holders.stream().anyMatch(holder -> holder.holds(hash));
    }
}
