package id.dukcapil.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import id.dukcapil.portal.staff.signin.SignInSettings;

/**
 * Warns before the screen is locked for want of activity, and covers it then. The browser knows whether somebody is typing
 * and says so now and then; that message alone keeps the session open. What a locked session may do, the server decides.
 */
@Tag("portal-idle")
@StyleSheet("context://styles/lock.css")
@JavaScript("context://components/lock.js")
@JavaScript("context://components/idle.js")
class IdleWatch extends Component {

    IdleWatch(SignInSettings security) {
        getElement().setAttribute("after", String.valueOf(security.idleAfter().toSeconds()));
        getElement()
                .setAttribute("warning", String.valueOf(security.idleWarning().toSeconds()));
        getElement().addEventListener("portal-active", event -> {});
    }
}
