package id.dukcapil.portal;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person at the screen sees and does. */
@IntegrationTest
public abstract class Screen extends SpringBrowserlessTest {

    @Autowired
    protected SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    protected void open(Class<? extends Component> view, Map<String, String> address) {
        UI.getCurrent().navigate(view, QueryParameters.simple(address));
    }

    /** Everything that is written on the page, without dialogs. */
    protected String page() {
        return textOf((Component) getCurrentView());
    }

    /** The dialog that was opened last and still is. */
    protected Dialog dialog() {
        return find(Dialog.class).all().stream()
                .filter(Dialog::isOpened)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    protected boolean noDialogIsOpen() {
        return find(Dialog.class).all().stream().noneMatch(Dialog::isOpened);
    }

    protected void click(String label) {
        test(find(Button.class).withText(label).single()).click();
    }

    /** Of several buttons with that label the one in front, which is the dialog's. */
    protected void clickLast(String label) {
        test(find(Button.class).withText(label).all().getLast()).click();
    }

    protected void type(String label, String text) {
        test(find(TextField.class).withLabel(label).single()).setValue(text);
    }

    protected void giveReason(String text) {
        test(reason()).setValue(text);
    }

    protected TextArea reason() {
        return find(TextArea.class).withLabel("Alasan").single();
    }

    /** The labels of the buttons on the page, without dialogs. */
    protected List<String> buttons() {
        return find(Button.class).from((Component) getCurrentView()).all().stream()
                .filter(Component::isVisible)
                .map(Button::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What the portal said last in a notice. */
    protected String notice() {
        return textOf(find(Notification.class).all().getLast());
    }

    protected static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }

    protected static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }
}
