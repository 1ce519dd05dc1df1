package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Optional;

/** Where typing starts in a dialog: the first field that can be changed. */
public final class FirstField {

    private FirstField() {}

    /** Puts the focus there each time the dialog opens, so that nobody has to reach for the mouse first. */
    public static void focusWhenOpened(Dialog dialog) {
        dialog.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                in(dialog).ifPresent(Focusable::focus);
            }
        });
    }

    static Optional<Focusable<?>> in(Component component) {
        // A bare text has no visibility to ask for
        if (component instanceof Text || !component.isVisible()) {
            return Optional.empty();
        }
        if (component instanceof Focusable<?> field && canBeChanged(component)) {
            return Optional.of(field);
        }
        return component
                .getChildren()
                .map(FirstField::in)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean canBeChanged(Component component) {
        return component instanceof HasValue<?, ?> field
                && !field.isReadOnly()
                && !(component instanceof HasEnabled switchable && !switchable.isEnabled());
    }
}
