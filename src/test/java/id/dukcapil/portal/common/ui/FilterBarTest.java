package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;

/** On a narrow screen the filters of a list fold behind one button. */
@ViewPackages
class FilterBarTest extends BrowserlessTest {

    private final TextField search = new TextField("Cari");
    private final ComboBox<String> office = new ComboBox<>("Kantor", "Soreang", "Baleendah");
    private final Select<String> order = new Select<>("Urutan", change -> {}, "Jatuh tempo", "Terbaru");

    @Test
    void whatIsTypedStaysInSightAndTheRestFolds() {
        order.setValue("Jatuh tempo");
        FilterBar bar = shown(search, office, order);
        assertThat(bar.getClassNames()).contains("folds").doesNotContain("unfolded");
        assertThat(search.getClassNames()).doesNotContain("foldable");
        assertThat(office.getClassNames()).contains("foldable");
        test(toggle()).click();
        assertThat(bar.getClassNames()).contains("unfolded");
        assertThat(toggle().getElement().getAttribute("aria-expanded")).isEqualTo("true");
        test(toggle()).click();
        assertThat(bar.getClassNames()).doesNotContain("unfolded");
    }

    @Test
    void theButtonSaysHowManyOfTheFoldedFieldsFilter() {
        order.setValue("Jatuh tempo");
        shown(search, office, order);
        assertThat(toggle().getText()).isEqualTo("Saringan");
        office.setValue("Soreang");
        order.setValue("Terbaru");
        assertThat(toggle().getText()).isEqualTo("Saringan (2)");
        office.clear();
        assertThat(toggle().getText()).isEqualTo("Saringan (1)");
    }

    @Test
    void aSingleFieldDoesNotFold() {
        office.setVisible(false);
        assertThat(shown(search, office, order).getClassNames()).doesNotContain("folds");
    }

    private static FilterBar shown(Component... fields) {
        var bar = new FilterBar(fields);
        UI.getCurrent().add(bar);
        return bar;
    }

    private Button toggle() {
        return find(Button.class).single();
    }
}
