package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;

/** The tick above the list: everything that matches, some of it, or nothing. */
class ChooseBar extends Div {

    private final Checkbox all = new Checkbox();
    private final int largest;

    /** @param largest how many documents a batch can have */
    ChooseBar(int largest, Runnable chooseAll, Runnable chooseNone) {
        this.largest = largest;
        addClassName("choose-bar");
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                (change.getValue() ? chooseAll : chooseNone).run();
            }
        });
        var order = new Span("urut: terlama");
        order.addClassName("muted");
        add(all, order);
    }

    /** @param matching how many match, counted up to one more than {@link id.dukcapil.portal.signing.WaitingDocuments#COUNT_LIMIT} */
    void show(int ticked, int matching) {
        setVisible(matching > 0);
        String most =
                matching > largest ? "paling banyak %s".formatted(Formats.number(largest)) : RoomTabs.text(matching);
        all.setLabel(
                ticked == 0
                        ? "Pilih semua (%s)".formatted(most)
                        : "Pilih semua (%s dari %s)".formatted(Formats.number(ticked), RoomTabs.text(matching)));
        boolean every = ticked > 0 && ticked >= Math.min(matching, largest);
        all.setValue(every);
        all.setIndeterminate(ticked > 0 && !every);
    }
}
