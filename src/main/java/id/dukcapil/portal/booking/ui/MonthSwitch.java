package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import id.dukcapil.portal.common.ui.Formats;
import java.time.YearMonth;
import java.util.function.IntConsumer;

/** The month that is shown, with the way to the one before, the one after and back to the running one. */
class MonthSwitch extends Div {

    private final Button month;

    /**
     * @param step told how many months to go on, back with a minus
     * @param thisMonth back to the running month
     */
    MonthSwitch(IntConsumer step, Runnable thisMonth) {
        month = new Button("", click -> thisMonth.run());
        month.setTooltipText("Kembali ke bulan ini");
        addClassName("month-switch");
        add(
                arrow(VaadinIcon.ANGLE_LEFT, "Bulan sebelumnya", () -> step.accept(-1)),
                month,
                arrow(VaadinIcon.ANGLE_RIGHT, "Bulan berikutnya", () -> step.accept(1)));
    }

    private static Button arrow(VaadinIcon icon, String label, Runnable act) {
        var button = new Button(icon.create(), click -> act.run());
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.addThemeVariants(ButtonVariant.LUMO_ICON);
        return button;
    }

    void show(YearMonth shown) {
        month.setText(Formats.month(shown));
    }
}
