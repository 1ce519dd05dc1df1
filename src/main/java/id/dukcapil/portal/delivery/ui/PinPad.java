package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;

/** Ten large keys for a PIN, for fingers and for a keyboard. The sixth digit hands it over; what is tapped shows as dots. */
class PinPad extends Div {

    private static final int LENGTH = 6;
    private static final List<Key> DIGITS = List.of(
            Key.DIGIT_0,
            Key.DIGIT_1,
            Key.DIGIT_2,
            Key.DIGIT_3,
            Key.DIGIT_4,
            Key.DIGIT_5,
            Key.DIGIT_6,
            Key.DIGIT_7,
            Key.DIGIT_8,
            Key.DIGIT_9);

    private final transient Consumer<String> complete;
    private final Span dots = new Span();
    private final StringBuilder digits = new StringBuilder();

    PinPad(Consumer<String> complete) {
        this.complete = complete;
        addClassName("pin-pad");
        dots.addClassName("dots");
        dots.getElement().setAttribute("role", "status");
        var keys = new Div();
        keys.addClassName("keys");
        for (int digit = 1; digit <= 9; digit++) {
            keys.add(key(digit));
        }
        keys.add(new Button("Kosongkan", click -> clear()), key(0), new Button("Hapus", click -> takeBack()));
        add(dots, keys);
        Shortcuts.addShortcutListener(this, this::takeBack, Key.BACKSPACE);
        show();
    }

    private Button key(int digit) {
        var key = new Button(Integer.toString(digit), click -> add(digit));
        key.addClassName("digit");
        key.addClickShortcut(DIGITS.get(digit));
        return key;
    }

    private void add(int digit) {
        if (digits.length() < LENGTH) {
            digits.append(digit);
            show();
            if (digits.length() == LENGTH) {
                String pin = digits.toString();
                clear();
                complete.accept(pin);
            }
        }
    }

    private void takeBack() {
        digits.setLength(Math.max(0, digits.length() - 1));
        show();
    }

    private void clear() {
        digits.setLength(0);
        show();
    }

    private void show() {
        dots.setText("●".repeat(digits.length()) + "○".repeat(LENGTH - digits.length()));
        dots.getElement().setAttribute("aria-label", "%d dari %d angka".formatted(digits.length(), LENGTH));
    }
}
