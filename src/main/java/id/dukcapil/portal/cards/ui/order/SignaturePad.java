package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/** A field to sign in with finger, pen or mouse. */
@Tag("portal-signature")
@JavaScript("context://components/signature-pad.js")
class SignaturePad extends Component {

    private String strokes = "";

    SignaturePad() {
        addListener(SignedEvent.class, signed -> strokes = signed.strokes);
    }

    /** What was drawn so far; empty for nothing. */
    String strokes() {
        return strokes;
    }

    /** A stroke was drawn, or all were taken back. */
    @DomEvent("portal-signed")
    public static class SignedEvent extends ComponentEvent<SignaturePad> {

        private final String strokes;

        public SignedEvent(SignaturePad source, boolean fromClient, @EventData("event.detail") String strokes) {
            super(source, fromClient);
            this.strokes = strokes;
        }
    }
}
