package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.staff.signin.SignInScenario;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** What somebody sees and does who is signing in or looks after the own account. */
@IntegrationTest
abstract class SignInScreen extends SpringBrowserlessTest {

    static final String GOOD_PASSWORD = "tukang becak lewat depan";

    @Autowired
    SettableClock clock;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    SecurityContextHolderStrategy security;

    SignInScenario given;

    private @Nullable VaadinRequest request;

    @BeforeEach
    void begin() {
        given = beans.createBean(SignInScenario.class);
    }

    @AfterEach
    void resetClock() {
        security.clearContext();
        clock.reset();
    }

    /** The simulated request cannot give the session a new number, as a real one does when somebody comes in. */
    void letTheSessionBeRenumbered() {
        VaadinServletRequest simulated = VaadinServletRequest.getCurrent();
        var able = new HttpServletRequestWrapper(simulated.getHttpServletRequest()) {
            @Override
            public String changeSessionId() {
                return getSession().getId();
            }
        };
        request = new VaadinServletRequest(able, (VaadinServletService) simulated.getService());
    }

    /** Everything that is written on the page. */
    String page() {
        return textOf((Component) getCurrentView()) + textOf(UI.getCurrent());
    }

    Button button(String label) {
        return find(Button.class).withText(label).single();
    }

    void click(String label) {
        if (request != null) {
            CurrentInstance.set(VaadinRequest.class, request);
        }
        test(button(label)).click();
    }

    /** Answers the question that is open. */
    void confirm(String label) {
        var question = find(ConfirmDialog.class).single();
        test(find(Button.class).from(question).withText(label).single()).click();
    }

    List<String> buttons() {
        return find(Button.class).all().stream()
                .filter(Component::isVisible)
                .map(Button::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    PasswordField secret(String label) {
        return find(PasswordField.class).withLabel(label).single();
    }

    void typeSecret(String label, String text) {
        test(secret(label)).setValue(text);
    }

    List<String> shownRecoveryCodes() {
        return find(OrderedList.class)
                .single()
                .getChildren()
                .map(ListItem.class::cast)
                .map(ListItem::getText)
                .toList();
    }

    String notice() {
        return textOf(find(Notification.class).all().getLast());
    }

    /** The address that the browser is told to load. */
    Optional<String> loads() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation())
                .filter(script -> script.getExpression().contains("window.open"))
                .map(script -> String.valueOf(script.getParameters().getFirst()))
                .reduce((first, last) -> last);
    }

    static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }

    static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }
}
