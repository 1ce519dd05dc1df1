package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.StreamRegistration;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.ArrayDeque;

/**
 * Addresses of papers, made up for one window of one session. They live somewhat longer than what shows them: somebody who
 * steps through the list leaves files behind whose pictures the browser is still asking for.
 */
final class PaperAddress {

    /** Enough for the papers of some files; older ones are long gone from the page. */
    private static final int KEPT = 100;

    private PaperAddress() {}

    /** The newest addresses of a window, the oldest first. */
    private static final class Kept extends ArrayDeque<StreamRegistration> {}

    static String of(DownloadHandler content) {
        UI page = UI.getCurrentOrThrow();
        StreamRegistration address =
                page.getSession().getResourceRegistry().registerResource(content, page.getElement());
        Kept kept = ComponentUtil.getData(page, Kept.class);
        if (kept == null) {
            kept = new Kept();
            ComponentUtil.setData(page, Kept.class, kept);
        }
        kept.add(address);
        if (kept.size() > KEPT) {
            kept.remove().unregister();
        }
        return address.getResourceUri().toString();
    }
}
