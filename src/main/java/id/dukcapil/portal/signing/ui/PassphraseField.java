package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import id.dukcapil.portal.signing.Passphrase;
import java.util.function.Consumer;

/**
 * Asks for the passphrase of one batch. It is no field of Vaadin's, whose values are kept in the session: what is typed
 * stays in the browser until Enter or the button, comes once with an event, and goes straight into a {@link Passphrase}.
 * The field is empty from then on and hands nothing over a second time, so a double click begins one batch. What keeps
 * browsers from storing it stands in {@code components/passphrase.js}.
 */
@Tag("portal-passphrase")
@JavaScript("context://components/passphrase.js")
class PassphraseField extends Component implements HasComponents {

    private boolean handedOver;

    /**
     * @param sign the button that hands the passphrase over
     * @param beside further buttons
     * @param given takes the passphrase and closes it in the end
     */
    PassphraseField(Button sign, Consumer<Passphrase> given, Component... beside) {
        getElement().setAttribute("label", "Passphrase TTE");
        sign.getElement().setAttribute("data-hand-over", true);
        add(sign);
        add(beside);
        addListener(GivenEvent.class, event -> {
            if (!handedOver && !event.typed.isEmpty()) {
                handedOver = true;
                given.accept(Passphrase.of(event.typed.toCharArray()));
            }
        });
    }

    void focus() {
        getElement().executeJs("requestAnimationFrame(() => this.focus())");
    }

    /** Somebody has typed the passphrase. */
    @DomEvent("portal-passphrase")
    public static class GivenEvent extends ComponentEvent<PassphraseField> {

        private final transient String typed;

        public GivenEvent(PassphraseField source, boolean fromClient, @EventData("event.detail") String typed) {
            super(source, fromClient);
            this.typed = typed;
        }
    }
}
