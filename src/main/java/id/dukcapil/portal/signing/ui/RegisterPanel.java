package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.NamedOffice;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.documents.DocumentUnavailable;
import id.dukcapil.portal.signing.SignedDocuments;
import id.dukcapil.portal.signing.SignedDocuments.Link;
import id.dukcapil.portal.signing.SignedDocuments.Relations;
import id.dukcapil.portal.signing.SignedDocuments.Sitting;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentDetails.Signature;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.signing.VerificationSettings;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.ZoneId;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** One signed document beside the list: what it is, what can be done, what stands beside it, and what happened to it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class RegisterPanel extends DetailPanel {

    private final transient SigningRegister register;
    private final transient SignedDocuments documents;
    private final transient VerificationSettings verification;
    private final transient CurrentStaff staff;
    private final transient ZoneId zone;
    private transient Runnable changed = () -> {};

    RegisterPanel(
            SigningRegister register,
            SignedDocuments documents,
            VerificationSettings verification,
            CurrentStaff staff) {
        super("rincian dokumen");
        this.register = register;
        this.documents = documents;
        this.verification = verification;
        this.staff = staff;
        zone = staff.officesInScope().getFirst().timeZone();
    }

    /** @param changed shows the page anew */
    void show(SigningDocumentDetails document, Runnable changed) {
        this.changed = changed;
        startWith(document.title(), new StatusBadge(document.status().label(), RegisterView.tone(document.status())));
        offerActions(document);
        add(
                facts(document, documents.relations(document)),
                actions,
                section("Riwayat", Timeline.of(document.history(), zone)));
    }

    private void offerActions(SigningDocumentDetails document) {
        var pdf = new Button("Buka PDF", click -> openPdf(document));
        pdf.addThemeVariants(ButtonVariant.PRIMARY);
        offer(pdf, verificationPage(document));
        if (document.status().canBecome(SigningDocumentStatus.REVOKED) && staff.may(Permission.DOCUMENT_REVOKE)) {
            var revoke = new Button("Cabut", click -> askBeforeRevoking(document));
            revoke.addThemeVariants(ButtonVariant.ERROR);
            offer(revoke);
        }
    }

    private KeyValueList facts(SigningDocumentDetails document, Relations relations) {
        var facts = new KeyValueList()
                .with("Nomor", document.reference())
                .with("Atas nama", document.concerns())
                .with("Kantor", NamedOffice.name(document.office(), staff.officesInScope()));
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

    /** Another server may stand there: it is the address that is printed on the document. */
    private Anchor verificationPage(SigningDocumentDetails document) {
        var link = new Anchor(verification.of(document.code()).toString(), "Halaman verifikasi");
        link.addClassName("button");
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noreferrer");
        return link;
    }

    /** Taken from the store once: showing, printing and saving it are one opening. */
    private void openPdf(SigningDocumentDetails document) {
        try {
            documents
                    .open(document.id())
                    .ifPresentOrElse(
                            pdf -> new PdfDialog(
                                            document.title() + " " + document.reference(),
                                            "dokumen-%s.pdf".formatted(document.reference()),
                                            () -> pdf)
                                    .open(),
                            () -> Notify.problem("Dokumen ini tidak dapat dibuka lagi."));
        } catch (DocumentUnavailable missing) {
            Notify.problem(
                    "Berkas dokumen ini hilang atau rusak di penyimpanan. Hubungi administrator; cadangan mungkin masih memuatnya.");
        }
    }

    private void askBeforeRevoking(SigningDocumentDetails document) {
        ReasonDialog.askBeforeLoss(
                "Cabut dokumen ini?",
                "%s %s atas nama %s dinyatakan tidak berlaku untuk selamanya; ini tidak dapat dibatalkan. Halaman verifikasi"
                                .formatted(document.title(), document.reference(), document.concerns())
                        + " langsung mengatakannya kepada siapa pun yang memindai kodenya, dan dokumen yang belum diambil"
                        + " tidak dapat dicetak lagi. Alasan tercatat di riwayat dan jejak audit, tidak ditampilkan kepada"
                        + " umum.",
                "Cabut",
                reason -> revoke(document, reason));
    }

    private void revoke(SigningDocumentDetails document, String reason) {
        try {
            register.revoke(document.id(), document.version(), reason)
                    .ifPresent(
                            revoked -> Notify.done("%s %s dicabut.".formatted(revoked.title(), revoked.reference())));
        } catch (ChangedMeanwhile | IllegalMove tooLate) {
            Notify.problem(String.valueOf(tooLate.getMessage()));
        }
        changed.run();
    }
}
