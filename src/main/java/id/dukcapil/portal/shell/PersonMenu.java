package id.dukcapil.portal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.dukcapil.portal.staff.StaffMember;
import java.util.Arrays;

/** Who is signed in, how the portal shall look on this device, and the way out. */
class PersonMenu extends Div {

    /** How the portal looks on this device; the words are also what the browser stores. */
    enum Appearance {
        DEVICE("perangkat", "Ikut perangkat"),
        LIGHT("terang", "Terang"),
        DARK("gelap", "Gelap");

        private final String stored;
        private final String label;

        Appearance(String stored, String label) {
            this.stored = stored;
            this.label = label;
        }

        static Appearance of(String stored) {
            return Arrays.stream(values())
                    .filter(appearance -> appearance.stored.equals(stored))
                    .findFirst()
                    .orElse(DEVICE);
        }
    }

    private final RadioButtonGroup<Appearance> appearance = new RadioButtonGroup<>("Tampilan");

    PersonMenu(StaffMember member, String office, Runnable logout) {
        addClassName("person-menu");
        var name = new PersonName(member.fullName());
        var avatar = new Span(name.initials());
        avatar.addClassName("avatar");
        avatar.getElement().setAttribute("aria-hidden", "true");
        var shownName = new Span(name.plain());
        shownName.addClassName("name");
        var shownRole = new Span(String.join(", ", member.roles()));
        shownRole.addClassName("role");
        var account = new Span("Akun");
        account.addClassName("sr-only");
        var who = new Div(account, shownName, shownRole);
        who.addClassName("who");

        var button = new Button(new Div(who, avatar));
        button.addClassName("person-button");
        add(button, popover(button, member, office, logout));
    }

    private Popover popover(Button target, StaffMember member, String office, Runnable logout) {
        var fullName = new Span(member.fullName());
        fullName.addClassName("name");
        var role = new Span(String.join(", ", member.roles()));
        role.addClassName("muted");
        var place = new Span(office);
        place.addClassName("muted");
        var identity = new Div(fullName, role, place);
        identity.addClassName("identity");

        var account = new Anchor("akun", "Akun saya");
        account.addClassName("button");
        var leave = new Button("Keluar", click -> logout.run());
        leave.addClassName("leave");
        var popover = new Popover(identity, appearanceChoice(), account, leave);
        popover.addClassName("person-popover");
        popover.setTarget(target);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setRole("dialog");
        popover.setAriaLabel("Akun");
        popover.setAutofocus(true);
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                readAppearance();
            }
        });
        return popover;
    }

    private RadioButtonGroup<Appearance> appearanceChoice() {
        appearance.setItems(Appearance.values());
        appearance.setItemLabelGenerator(choice -> choice.label);
        appearance.setValue(Appearance.DEVICE);
        appearance.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getElement().executeJs("window.portalAppearance.set($0)", change.getValue().stored);
            }
        });
        return appearance;
    }

    private void readAppearance() {
        getElement()
                .executeJs("return window.portalAppearance.get()")
                .then(String.class, stored -> appearance.setValue(Appearance.of(stored)));
    }
}
