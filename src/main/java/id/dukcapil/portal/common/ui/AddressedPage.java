package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;

/** A page that shows what its address says; filtering or opening something navigates to another address of it. */
public abstract class AddressedPage extends Page implements AfterNavigationObserver {

    private final String route;
    private transient UrlState url = new UrlState();

    /** @param route the address without its parameters */
    protected AddressedPage(String title, String route) {
        super(title);
        this.route = route;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url = UrlState.of(event.getLocation());
        refresh();
    }

    /** Shows what the address says as it is now; also called when something has changed. */
    protected abstract void refresh();

    protected final UrlState url() {
        return url;
    }

    /** Navigates to another address of the page. The browser confirms it later; {@link #url} is the new one at once. */
    protected final void go(UrlState next) {
        url = next;
        next.open(UI.getCurrent(), route);
    }
}
