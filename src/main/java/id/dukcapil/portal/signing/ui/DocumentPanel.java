package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.PdfPreview;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.DocumentReading;
import id.dukcapil.portal.signing.DocumentReading.Sight;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** One document of the folder: leaf on or back, read the very bytes that would be signed, tick it, or send it back. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DocumentPanel extends DetailPanel {

    /** What the page does about the document that is open. */
    interface Leafing {

        void step(int documents);

        void toggle();

        void refuse();

        void close();
    }

    /**
     * Where the document lies in the list.
     *
     * @param place "3 dari 298"
     */
    record Place(String place, boolean hasPrevious, boolean hasNext, boolean ticked) {}

    private final transient DocumentReading reading;
    private final transient Organisation organisation;
    private final boolean maySign;
    private Button tick = new Button();

    DocumentPanel(DocumentReading reading, Organisation organisation, CurrentStaff staff) {
        super("dokumen");
        this.reading = reading;
        this.organisation = organisation;
        maySign = staff.may(Permission.DOCUMENT_SIGN);
        addClassName("document-panel");
    }

    void show(SigningDocumentDetails document, String office, Place place, Leafing leafing) {
        onDismiss(leafing::close);
        startWith(document.title() + " " + document.reference(), badges(document));
        add(leaves(document, place, leafing), facts(document, office), content(document));
        if (maySign && document.status() == SigningDocumentStatus.AWAITING) {
            var refuse = new Button("Kembalikan ke verifikator", click -> leafing.refuse());
            refuse.addThemeVariants(ButtonVariant.ERROR);
            var actions = new Div(refuse);
            actions.addClassName("actions");
            add(actions);
        }
    }

    private static Component[] badges(SigningDocumentDetails document) {
        return document.status() == SigningDocumentStatus.AWAITING
                ? new Component[0]
                : new Component[] {new StatusBadge(document.status().label(), Tone.NEUTRAL)};
    }

    private Div leaves(SigningDocumentDetails document, Place place, Leafing leafing) {
        var before = new Button(VaadinIcon.ANGLE_LEFT.create(), click -> leafing.step(-1));
        before.setAriaLabel("Dokumen sebelumnya");
        before.setEnabled(place.hasPrevious());
        var after = new Button(VaadinIcon.ANGLE_RIGHT.create(), click -> leafing.step(1));
        after.setAriaLabel("Dokumen berikutnya");
        after.setEnabled(place.hasNext());
        var where = new Span(place.place());
        where.addClassName("place");
        var leaves = new Div(before, where, after);
        leaves.addClassName("leaves");
        if (maySign && document.status() == SigningDocumentStatus.AWAITING) {
            tick = new Button("", click -> leafing.toggle());
            tick.addClassName("tick");
            leaves.add(tick);
            showTick(place.ticked());
        }
        return leaves;
    }

    /** Shows whether the document that is open is among those to be signed. */
    void showTick(boolean ticked) {
        tick.setText(ticked ? "Dipilih" : "Pilih");
        tick.setIcon(ticked ? VaadinIcon.CHECK_SQUARE_O.create() : VaadinIcon.THIN_SQUARE.create());
        tick.getElement().setAttribute("aria-pressed", String.valueOf(ticked));
    }

    private KeyValueList facts(SigningDocumentDetails document, String office) {
        return new KeyValueList()
                .with("Atas nama", document.concerns())
                .with("Kantor", office)
                .with(
                        "Diverifikasi",
                        "%s, %s"
                                .formatted(
                                        document.verifier(),
                                        Formats.dateTime(document.verifiedAt(), organisation.timeZone())))
                .with("Tercetak untuk", document.printedFor().fullName());
    }

    private Component content(SigningDocumentDetails document) {
        if (!maySign) {
            return new Callout("Tertutup", Tone.NEUTRAL, "Isi dokumen hanya ditampilkan kepada yang menandatangani.");
        }
        Sight sight = reading.look(document);
        if (sight.obstacle() != null) {
            return new Callout(
                    "Tidak dapat dibuka",
                    Tone.LATE,
                    sight.obstacle() + " Kembalikan ke verifikator supaya dicetak ulang.");
        }
        var pdf = new PdfPreview(
                "dokumen-%s.pdf".formatted(document.reference()),
                document.title() + " " + document.reference(),
                () -> reading.open(document.id())
                        .orElseThrow(() -> new NoSuchElementException("The document is out of reach")));
        var content = new Div(new PagePictures(reading, document, sight.pages()), pdf);
        content.addClassName("content");
        return content;
    }
}
