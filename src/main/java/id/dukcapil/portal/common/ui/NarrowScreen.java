package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import java.util.function.Consumer;

/** Tells when the window is as narrow as a phone (the 700 px of {@code portal.css}), with one message per crossing. */
final class NarrowScreen {

    static final int WIDTH = 700;

    private static final String OBSERVE = """
            const query = matchMedia('(max-width: %dpx)');
            const tell = () => this.dispatchEvent(new CustomEvent('portal-narrow', {detail: query.matches}));
            this.__portalNarrow?.abort();
            this.__portalNarrow = new AbortController();
            query.addEventListener('change', tell, {signal: this.__portalNarrow.signal});
            """.formatted(WIDTH);

    private NarrowScreen() {}

    /** Calls back at once with what is known, and again whenever the window crosses the width. */
    static void observe(Component component, Consumer<Boolean> narrow) {
        component
                .getElement()
                .addEventListener("portal-narrow", event -> narrow.accept(isNarrow(event)))
                .addEventData("event.detail");
        component.addAttachListener(attached -> {
            narrow.accept(isNarrow(attached.getUI()));
            component.getElement().executeJs(OBSERVE);
        });
    }

    private static boolean isNarrow(UI ui) {
        int width = ui.getPage().getExtendedClientDetails().getWindowInnerWidth();
        return width > 0 && width <= WIDTH;
    }

    private static boolean isNarrow(DomEvent event) {
        return event.getEventData().path("event.detail").asBoolean();
    }
}
