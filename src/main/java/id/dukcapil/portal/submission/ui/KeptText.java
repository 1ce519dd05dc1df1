package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * Keeps in the window of the browser what is being typed, so that it is there again when the session has ended meanwhile and the
 * person has signed in anew. It is gone with the window.
 */
final class KeptText {

    private static final String KEEP = """
            const name = 'naskah:' + $0;
            const kept = sessionStorage.getItem(name);
            if (kept && !this.value) {
              this.value = kept;
              this.dispatchEvent(new Event('change', {bubbles: true}));
            }
            this.addEventListener('input', () => sessionStorage.setItem(name, this.value));""";

    private KeptText() {}

    /** @param name of the text, without personal data */
    static void keep(TextArea field, String name) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addAttachListener(attached -> field.getElement().executeJs(KEEP, name));
    }

    /** The text has been used. */
    static void forget(TextArea field, String name) {
        field.getUI().ifPresent(ui -> ui.getPage().executeJs("sessionStorage.removeItem('naskah:' + $0)", name));
    }
}
