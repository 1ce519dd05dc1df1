package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.staff.signin.OpenSessions.Owner;
import java.util.Optional;

/** Whose sessions are shown, when it is one account's: the way to the person, and back to everybody. */
class SessionOwner extends Composite<Div> {

    private final String everybody;

    /** @param everybody address of the list without a choice */
    SessionOwner(String everybody) {
        this.everybody = everybody;
        getContent().addClassName("session-owner");
    }

    void show(Optional<Owner> owner) {
        getContent().removeAll();
        setVisible(owner.isPresent());
        owner.ifPresent(chosen -> {
            var username = new Span(chosen.username());
            username.addClassName("muted");
            getContent()
                    .add(
                            new Span(chosen.fullName()),
                            username,
                            new Anchor("pegawai?akun=" + chosen.account(), "Rincian pegawai"),
                            new Anchor(everybody, "Semua sesi"));
        });
    }
}
