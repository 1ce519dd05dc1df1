package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * What was chosen from a list, shown beside it, and on a phone instead of it: a head with the way back to the list, then
 * whatever the room has to say. A {@link ListAndPanel} puts it beside the list; an invisible panel leaves all the room to
 * the list.
 */
public class DetailPanel extends Aside {

    /** On a narrow screen the panel stands above the list, out of sight of the row that was chosen. */
    private static final String COME_INTO_SIGHT = """
            requestAnimationFrame(() => {
              const { top } = this.getBoundingClientRect();
              if (top < 0 || top > innerHeight / 2) this.scrollIntoView();
            })""";

    private final String name;
    private String shown = "";
    private transient Runnable dismiss = () -> {};

    /** The buttons of what is shown; emptied by {@link #startWith}. */
    protected final Div actions = actions();

    /** @param name what it shows, in lower case for "Tutup …": "rincian pemesanan" */
    public DetailPanel(String name) {
        this.name = name;
        addClassNames("card", "panel");
        getElement()
                .setAttribute("aria-label", name.substring(0, 1).toUpperCase(Formats.INDONESIAN) + name.substring(1));
        setVisible(false);
        Shortcuts.addShortcutListener(this, () -> dismiss.run(), Key.ESCAPE).listenOn(this);
    }

    /** @param dismissed the user closes the panel: by its button, or with Escape inside it */
    public final void onDismiss(Runnable dismissed) {
        dismiss = dismissed;
    }

    /**
     * Starts anew with this head.
     *
     * @param beside what stands between title and button, usually a {@link StatusBadge}
     */
    public final void startWith(String title, Component... beside) {
        actions.removeAll();
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> dismiss.run());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel("Tutup " + name);
        close.setTooltipText("Tutup");
        var head = new Div(new H2(title));
        head.addClassName("panel-head");
        head.add(beside);
        head.add(close);
        removeAll();
        add(head);
        if (!title.equals(shown)) {
            getElement().executeJs(COME_INTO_SIGHT);
        }
        shown = title;
    }

    @Override
    public final void setVisible(boolean visible) {
        super.setVisible(visible);
        if (!visible) {
            shown = "";
        }
    }

    /** Adds to the buttons of what is shown. */
    public final void offer(Component... more) {
        actions.add(more);
    }

    /** Adds a button to those of what is shown. */
    public final void offer(String label, Runnable action, ButtonVariant... look) {
        var button = new Button(label, click -> action.run());
        button.addThemeVariants(look);
        actions.add(button);
    }

    /** Buttons side by side. */
    public static Div actions(Component... buttons) {
        var place = new Div(buttons);
        place.addClassName("panel-actions");
        return place;
    }

    /** A part of the panel under a small heading. */
    public static Section section(String title, Component... content) {
        var heading = new H3(title);
        heading.addClassName("label");
        var section = new Section(heading);
        section.add(content);
        return section;
    }
}
