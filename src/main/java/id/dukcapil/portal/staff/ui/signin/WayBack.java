package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.staff.signin.SignInProgress;

/**
 * Going from room to room loads no page, so the gate in front of the pages does not see it. Who is called back to a step
 * of the sign-in has the next room loaded as a page.
 */
@SpringComponent
class WayBack implements VaadinServiceInitListener {

    private final transient SignInProgress progress;

    WayBack(SignInProgress progress) {
        this.progress = progress;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::loadAsPageWhenCalledBack));
    }

    private void loadAsPageWhenCalledBack(BeforeEnterEvent event) {
        if (!StepPage.class.isAssignableFrom(event.getNavigationTarget()) && progress.isCalledBack()) {
            event.forwardToUrl("/" + event.getLocation().getPathWithQueryParameters());
        }
    }
}
