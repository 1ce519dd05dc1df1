package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.signing.SignedDocuments.Link;
import id.dukcapil.portal.signing.SignedDocuments.Relations;
import id.dukcapil.portal.signing.SignedDocuments.Sitting;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentDetails.Signature;
import java.time.ZoneId;
import java.util.List;

/** One signed document beside the list: what it is, what can be done, what stands beside it, and what happened to it. */
class RegisterPanel extends DetailPanel {

    private static final long serialVersionUID = 1L;

    private final transient ZoneId zone;

    RegisterPanel(ZoneId zone) {
        super("rincian dokumen");
        this.zone = zone;
    }

    void show(
            SigningDocumentDetails document,
            Relations relations,
            String office,
            List<Component> actions,
            Runnable dismissed) {
        startWith(
                document.title(),
                dismissed,
                new StatusBadge(document.status().label(), RegisterTones.of(document.status())));
        var buttons = new Div();
        buttons.addClassName("panel-actions");
        actions.forEach(buttons::add);
        add(facts(document, relations, office), buttons, history(document));
    }

    private KeyValueList facts(SigningDocumentDetails document, Relations relations, String office) {
        var facts = new KeyValueList()
                .with("Nomor", document.reference())
                .with("Atas nama", document.concerns())
                .with("Kantor", office);
        Signature signature = document.signature();
        if (signature != null) {
            facts.with("Penanda tangan", signature.signer().fullName())
                    .with("Sebagai", signature.signer().title())
                    .with("Ditandatangani", Formats.dateTime(signature.at(), zone));
        }
        relations.sitting().ifPresent(sitting -> facts.with("Sesi", words(sitting)));
        relations.newer().ifPresent(newer -> facts.with("Digantikan oleh", link(newer)));
        if (!relations.older().isEmpty()) {
            facts.with(
                    "Menggantikan",
                    relations.older().stream().map(RegisterPanel::link).toArray(Component[]::new));
        }
        return facts.with("Diverifikasi", document.verifier());
    }

    private String words(Sitting sitting) {
        String begun = Formats.shortDateTime(sitting.startedAt(), zone);
        return sitting.mandate() == null ? begun : "%s, surat %s".formatted(begun, sitting.mandate());
    }

    private static RouterLink link(Link other) {
        var link = new RouterLink(other.reference(), RegisterView.class);
        link.setQueryParameters(
                QueryParameters.of(RegisterView.DOCUMENT, other.id().toString()));
        return link;
    }

    private Section history(SigningDocumentDetails document) {
        var list = new OrderedList();
        list.addClassName("timeline");
        document.history().forEach(event -> list.add(line(event)));
        return section("Riwayat", list);
    }

    private ListItem line(StepTaken<?, ?> event) {
        var when = new Span(event.actor() + ", " + Formats.shortDateTime(event.at(), zone));
        when.addClassName("muted");
        var item = new ListItem(new Span(event.action().label()), when);
        String why = event.reason();
        if (why != null) {
            var said = new Span(why);
            said.addClassName("muted");
            item.add(said);
        }
        return item;
    }
}
