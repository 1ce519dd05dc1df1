package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Personal data of one record, masked, with "Buka data" for whoever may: it asks for the purpose, shows the values for a
 * few minutes, and masks them again by itself, at "Tutup", or as soon as something else is shown.
 */
public class MaskedFacts extends Div {

    /** Opens the data; checks permission and reach and leaves the trace. */
    @FunctionalInterface
    public interface Opening {

        /** @return nothing when the record is gone or out of reach */
        Optional<Revealed> open(Purpose purpose);
    }

    private static final String OVER = "reveal-over";
    private static final String CLOSE_LATER = """
            clearTimeout(this.__portalReveal);
            this.__portalReveal = setTimeout(() => this.dispatchEvent(new CustomEvent('reveal-over')), $0);""";

    private final Map<String, String> masked;
    private final transient @Nullable Opening opening;

    /**
     * @param masked label and masked value, in the order in which they are read
     * @param opening how they are opened, or null for who may not
     */
    public MaskedFacts(Map<String, String> masked, @Nullable Opening opening) {
        this.masked = new LinkedHashMap<>(masked);
        this.opening = opening;
        getElement().addEventListener(OVER, event -> mask());
        mask();
    }

    /** What was opened does not wait in a panel that is put away. */
    @Override
    protected void onDetach(DetachEvent detached) {
        mask();
    }

    private void mask() {
        removeAll();
        add(facts(masked));
        if (opening != null) {
            var button = new Button("Buka data", VaadinIcon.EYE.create(), click -> ask(opening));
            button.addThemeVariants(ButtonVariant.TERTIARY);
            button.setTooltipText("Tujuan dan pembukaannya dicatat");
            add(button);
        }
    }

    private void ask(Opening how) {
        new PurposeDialog(purpose ->
                        how.open(purpose).ifPresentOrElse(this::show, () -> Notify.warning("Data ini tidak ada lagi.")))
                .open();
    }

    private void show(Revealed revealed) {
        var values = new LinkedHashMap<>(masked);
        values.putAll(revealed.values());
        var note = new Span("Terbuka %s, lalu disamarkan lagi.".formatted(Formats.duration(revealed.shownFor())));
        note.addClassName("muted");
        note.getElement().setAttribute("role", "status");
        var close = new Button("Tutup", VaadinIcon.EYE_SLASH.create(), click -> mask());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel("Samarkan lagi");
        removeAll();
        add(facts(values), note, close);
        getElement().executeJs(CLOSE_LATER, (double) revealed.shownFor().toMillis());
        if (revealed.warning() != null) {
            Notify.warning(revealed.warning());
        }
    }

    private static KeyValueList facts(Map<String, String> values) {
        var facts = new KeyValueList();
        values.forEach(facts::with);
        return facts;
    }
}
