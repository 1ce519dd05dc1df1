package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Single keys of a view, and the list of them that {@code ?} opens. Add it to the view like any component; it shows
 * nothing itself. Keys are not heard while somebody types in a field or a dialog is open, and not together with Ctrl, Alt or Meta.
 */
@Tag("portal-keys")
@JavaScript("context://components/keys.js")
public class KeyHelp extends Component {

    private static final String HELP = "?";

    private final Map<String, Key> keys = new LinkedHashMap<>();

    private record Key(String meaning, Runnable act) {}

    public KeyHelp() {
        addListener(KeyEvent.class, event -> press(event.key()));
    }

    /**
     * Adds a key.
     *
     * @param key one character, upper or lower case the same, or a name of the browser such as {@code ArrowDown}
     * @param meaning what it does, "Ambil berikutnya"
     */
    public KeyHelp with(String key, String meaning, Runnable act) {
        keys.put(normal(key), new Key(meaning, act));
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        getElement().setAttribute("keys", HELP + " " + String.join(" ", keys.keySet()));
    }

    /** Does what the key does, as if it had been pressed. */
    public void press(String key) {
        if (key.equals(HELP)) {
            open();
            return;
        }
        var known = keys.get(normal(key));
        if (known != null) {
            known.act().run();
        }
    }

    /** Opens the list of keys. */
    public Dialog open() {
        var list = new KeyValueList();
        keys.forEach((key, action) -> list.with(action.meaning(), keyCap(key)));
        list.with("Menampilkan daftar ini", keyCap(HELP));
        var dialog = new Dialog(list.asLedger());
        dialog.setHeaderTitle("Tombol pintas");
        dialog.setWidth("420px");
        var close = new Button("Tutup", click -> dialog.close());
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        dialog.open();
        return dialog;
    }

    private static String normal(String key) {
        return key.length() == 1 ? key.toLowerCase(Formats.INDONESIAN) : key;
    }

    private static Component keyCap(String key) {
        var cap = new Span();
        cap.getElement()
                .appendChild(new Element("kbd")
                        .setText(
                                switch (key) {
                                    case "ArrowDown" -> "↓";
                                    case "ArrowUp" -> "↑";
                                    case "ArrowLeft" -> "←";
                                    case "ArrowRight" -> "→";
                                    case "Escape" -> "Esc";
                                    default -> key.length() == 1 ? key.toUpperCase(Formats.INDONESIAN) : key;
                                }));
        return cap;
    }

    /** A key of the list was pressed outside any field. */
    @DomEvent("portal-key")
    public static class KeyEvent extends ComponentEvent<KeyHelp> {

        private final String key;

        public KeyEvent(KeyHelp source, boolean fromClient, @EventData("event.detail") String key) {
            super(source, fromClient);
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
