package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.signing.SigningRoom;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Whether the person can sign now, asked of the provider behind the page, because a provider may take its time. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SignerCard extends Div {

    private final transient SigningRoom room;
    private final transient Errands errands;
    private final transient Organisation organisation;
    private final transient Clock clock;

    SignerCard(SigningRoom room, Errands errands, Organisation organisation, Clock clock) {
        this.room = room;
        this.errands = errands;
        this.organisation = organisation;
        this.clock = clock;
        addClassNames("card", "signer-card");
        var asking = new Span("Memeriksa kewenangan dan sertifikat Anda…");
        asking.addClassName("muted");
        add(asking);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        errands.run(
                attached.getUI(),
                () -> room.prepare(List.of()),
                found -> {
                    removeAll();
                    add(new Findings(found, organisation.timeZone(), clock.instant()));
                },
                this::removeAll);
    }
}
