package id.dukcapil.portal.staff.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.staff.StaffScenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What an administrator at the screen sees and does. */
@IntegrationTest
@Import(StaffScenario.class)
abstract class StaffScreen extends SpringBrowserlessTest {

    @Autowired
    StaffScenario given;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    void open(Class<? extends Component> view, Map<String, String> address) {
        UI.getCurrent().navigate(view, QueryParameters.simple(address));
    }

    String page() {
        return textOf((Component) getCurrentView());
    }

    Dialog dialog() {
        return find(Dialog.class).all().stream()
                .filter(Dialog::isOpened)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    boolean noDialogIsOpen() {
        return find(Dialog.class).all().stream().noneMatch(Dialog::isOpened);
    }

    void click(String label) {
        test(find(Button.class).withText(label).single()).click();
    }

    void type(String label, String text) {
        test(find(TextField.class).withLabel(label).single()).setValue(text);
    }

    void giveReason(String text) {
        test(find(TextArea.class).withLabel("Alasan").single()).setValue(text);
    }

    List<String> buttons() {
        return find(Button.class).from((Component) getCurrentView()).all().stream()
                .filter(Component::isVisible)
                .map(Button::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    String notice() {
        return textOf(find(Notification.class).all().getLast());
    }

    static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }

    static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }
}
