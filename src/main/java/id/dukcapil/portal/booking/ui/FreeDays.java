package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The next days with a free seat, to be chosen with one click. */
class FreeDays extends Div {

    private final transient Consumer<LocalDate> chosen;

    FreeDays(Consumer<LocalDate> chosen) {
        this.chosen = chosen;
        addClassName("free-days");
    }

    /** @param label what stands before the days, when there are any */
    void show(String label, List<LocalDate> days) {
        removeAll();
        add(new Span(days.isEmpty() ? "Tidak ada hari dengan kursi kosong." : label));
        for (LocalDate day : days) {
            var choose = new Button(Formats.shortDate(day), click -> chosen.accept(day));
            choose.addThemeVariants(ButtonVariant.LUMO_SMALL);
            add(choose);
        }
    }
}
