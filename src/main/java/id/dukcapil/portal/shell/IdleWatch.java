package id.dukcapil.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import id.dukcapil.portal.staff.signin.SignInSettings;

/**
 * Warns before a session ends for want of activity. The browser knows whether somebody is typing and says so now and
 * then; that message alone keeps the session alive.
 */
@Tag("portal-idle")
@JavaScript("context://components/idle.js")
class IdleWatch extends Component {

    IdleWatch(SignInSettings security) {
        getElement().setAttribute("after", String.valueOf(security.idleAfter().toSeconds()));
        getElement()
                .setAttribute("warning", String.valueOf(security.idleWarning().toSeconds()));
        getElement().addEventListener("portal-active", event -> {});
    }
}
