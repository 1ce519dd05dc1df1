package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import id.dukcapil.portal.signing.WaitingAge;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** How long documents have waited, as buttons with how many of each age there are. */
class AgeChips extends Div {

    private final Map<WaitingAge, NativeButton> chips = new EnumMap<>(WaitingAge.class);

    AgeChips(Consumer<WaitingAge> chosen) {
        addClassName("age-chips");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Lama menunggu");
        for (WaitingAge age : WaitingAge.values()) {
            var chip = new NativeButton(age.label(), click -> chosen.accept(age));
            chips.put(age, chip);
            add(chip);
        }
    }

    /** An age of which nothing waits is not offered, unless it is the one looked at. */
    void show(Map<WaitingAge, Integer> counts, WaitingAge selected) {
        chips.forEach((age, chip) -> {
            int count = counts.getOrDefault(age, 0);
            chip.setText(age == WaitingAge.ANY ? age.label() : age.label() + " " + RoomTabs.text(count));
            chip.setVisible(age == WaitingAge.ANY || age == selected || count > 0);
            chip.getElement().setAttribute("aria-pressed", String.valueOf(age == selected));
        });
    }
}
