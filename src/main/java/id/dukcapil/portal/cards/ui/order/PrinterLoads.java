package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.cards.order.Printers.Load;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The printers of an office with what they have printed of their ceiling today; a click chooses where the next card goes. */
final class PrinterLoads {

    private PrinterLoads() {}

    static Component of(List<Load> loads, @Nullable UUID chosen, Consumer<String> choose) {
        var row = new Div();
        row.addClassName("panel-actions");
        if (loads.isEmpty()) {
            var none = new Span("Kantor ini belum memiliki pencetak. Perencana mendaftarkannya lewat tombol Pencetak.");
            none.addClassName("muted");
            row.add(none);
        }
        for (Load load : loads) {
            UUID id = load.printer().id();
            String caption = "%s: %d / %d"
                    .formatted(
                            load.printer().name(),
                            load.printed(),
                            load.printer().dailyCeiling());
            var button = new Button(caption, click -> choose.accept(id.toString()));
            // Starts with the visible label, for speech input (WCAG 2.5.3)
            button.setAriaLabel(caption + " kartu hari ini, cetak di sini");
            boolean isChosen = id.equals(chosen);
            button.getElement().setAttribute("aria-pressed", String.valueOf(isChosen));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            if (!isChosen) {
                button.addThemeVariants(ButtonVariant.TERTIARY);
            }
            row.add(button);
        }
        return row;
    }
}
