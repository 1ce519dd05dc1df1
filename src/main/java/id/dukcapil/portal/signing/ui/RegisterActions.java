package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.documents.DocumentUnavailable;
import id.dukcapil.portal.signing.SignedDocuments;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.signing.VerificationSettings;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.ArrayList;
import java.util.List;

/** What can be done with a signed document, as far as the person may and its status allows. */
@SpringComponent
@UIScope
class RegisterActions {

    private final SigningRegister register;
    private final SignedDocuments documents;
    private final VerificationSettings verification;
    private final CurrentStaff staff;

    RegisterActions(
            SigningRegister register,
            SignedDocuments documents,
            VerificationSettings verification,
            CurrentStaff staff) {
        this.register = register;
        this.documents = documents;
        this.verification = verification;
        this.staff = staff;
    }

    List<Component> of(SigningDocumentDetails document, Runnable changed) {
        var actions = new ArrayList<Component>();
        var open = new Button("Buka PDF", click -> open(document));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        actions.add(open);
        actions.add(verificationPage(document));
        if (document.status().canBecome(SigningDocumentStatus.REVOKED) && staff.may(Permission.DOCUMENT_REVOKE)) {
            var revoke = new Button("Cabut", click -> askBeforeRevoking(document, changed));
            revoke.addThemeVariants(ButtonVariant.ERROR);
            actions.add(revoke);
        }
        return actions;
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
    private void open(SigningDocumentDetails document) {
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

    private void askBeforeRevoking(SigningDocumentDetails document, Runnable changed) {
        ReasonDialog.askBeforeLoss(
                "Cabut dokumen ini?",
                "%s %s atas nama %s dinyatakan tidak berlaku untuk selamanya; ini tidak dapat dibatalkan. Halaman verifikasi"
                                .formatted(document.title(), document.reference(), document.concerns())
                        + " langsung mengatakannya kepada siapa pun yang memindai kodenya, dan dokumen yang belum diambil"
                        + " tidak dapat dicetak lagi. Alasan tercatat di riwayat dan jejak audit, tidak ditampilkan kepada"
                        + " umum.",
                "Cabut",
                reason -> revoke(document, reason, changed));
    }

    private void revoke(SigningDocumentDetails document, String reason, Runnable changed) {
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
