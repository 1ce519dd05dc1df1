package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.documents.Emblem;
import id.dukcapil.portal.notification.MailDetails;
import id.dukcapil.portal.notification.MailFilter;
import id.dukcapil.portal.notification.OutgoingMails;
import id.dukcapil.portal.notification.letters.LetterUnusable;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What can be done with mails, as far as the person may and their state allows. */
@SpringComponent
@UIScope
class MailActions {

    private static final String TOO_LATE = "Keadaan surat ini sudah berubah; daftarnya dimuat ulang.";

    private final OutgoingMails mails;
    private final Emblem emblem;
    private final CurrentStaff staff;

    MailActions(OutgoingMails mails, Emblem emblem, CurrentStaff staff) {
        this.mails = mails;
        this.emblem = emblem;
        this.staff = staff;
    }

    /** The actions of the list as a whole. */
    Component[] ofList(Supplier<MailFilter> filter, Runnable changed) {
        var reload = new Button("Muat ulang", click -> changed.run());
        if (!staff.may(Permission.MAIL_RESEND)) {
            return new Component[] {reload};
        }
        var trial = new Button("Kirim surat uji", click -> trial(changed));
        var all = new Button("Kirim ulang yang gagal dan ditahan", click -> resendAll(filter.get(), changed));
        return new Component[] {reload, trial, all};
    }

    /** The actions of one mail. */
    List<Component> of(MailDetails mail, Runnable changed) {
        var actions = new ArrayList<Component>();
        if (!mail.anonymised()) {
            var read = new Button("Baca surat", click -> read(mail));
            read.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(read);
        }
        if (!staff.may(Permission.MAIL_RESEND)) {
            return actions;
        }
        if (mail.allowed().contains(MailDetails.Action.RESEND)) {
            actions.add(new Button("Kirim ulang", click -> askForAddress(mail, changed)));
        }
        if (mail.allowed().contains(MailDetails.Action.CANCEL)) {
            var cancel = new Button("Batalkan", click -> askBeforeCancelling(mail, changed));
            cancel.addThemeVariants(ButtonVariant.ERROR);
            actions.add(cancel);
        }
        return actions;
    }

    private void read(MailDetails mail) {
        try {
            mails.letter(mail.row().id())
                    .ifPresentOrElse(
                            letter -> new LetterDialog(letter, emblem.png()).open(), () -> Notify.warning(TOO_LATE));
        } catch (LetterUnusable unusable) {
            Notify.problem(String.valueOf(unusable.getMessage()));
        }
    }

    private void askForAddress(MailDetails mail, Runnable changed) {
        new AddressDialog(
                        "Kirim ulang: " + mail.row().kind(),
                        "%s, %s.".formatted(mail.row().reference(), mail.row().to()),
                        "Kirim ulang",
                        "Kosongkan bila alamatnya benar; isi bila perlu diperbaiki.",
                        address -> resend(mail, address, changed))
                .open();
    }

    private void resend(MailDetails mail, String address, Runnable changed) {
        try {
            if (mails.resend(mail.row().id(), address.isEmpty() ? null : address)) {
                Notify.done("Surat tentang %s masuk antrean kirim."
                        .formatted(mail.row().reference()));
            } else {
                Notify.warning(TOO_LATE);
            }
            changed.run();
        } catch (InvalidInput wrong) {
            throwUnlessServer(wrong);
        }
    }

    private void trial(Runnable changed) {
        new AddressDialog(
                        "Kirim surat uji",
                        "Surat pendek ke alamat Anda sendiri, untuk melihat apakah pengiriman berjalan.",
                        "Kirim",
                        "",
                        address -> {
                            mails.sendTrial(address);
                            Notify.done("Surat uji dicatat; lihat keadaannya di daftar.");
                            changed.run();
                        })
                .open();
    }

    private void resendAll(MailFilter filter, Runnable changed) {
        Confirm.ask(
                "Kirim ulang semua yang cocok?",
                "Semua surat yang gagal atau ditahan dan cocok dengan saringan dikirim lagi sekarang. "
                        + "Periksa dahulu apakah isinya masih berguna bagi penerima.",
                "Kirim ulang",
                () -> {
                    try {
                        int count = mails.resendAll(filter);
                        Notify.done(
                                count == 0
                                        ? "Tidak ada yang gagal atau ditahan."
                                        : "%s surat masuk antrean kirim.".formatted(Formats.number(count)));
                        changed.run();
                    } catch (InvalidInput wrong) {
                        throwUnlessServer(wrong);
                    }
                });
    }

    /** A missing mail server is nothing that could be put right at a field. */
    private static void throwUnlessServer(InvalidInput wrong) {
        if (wrong.findings().stream().noneMatch(finding -> finding.field().equals("server"))) {
            throw wrong;
        }
        Notify.problem(wrong.findings().getFirst().message());
    }

    private void askBeforeCancelling(MailDetails mail, Runnable changed) {
        Confirm.ask(
                "Batalkan surat ini?",
                "Penerima tidak akan menerima %s tentang %s."
                        .formatted(mail.row().kind(), mail.row().reference()),
                "Batalkan surat",
                () -> {
                    if (mails.cancel(mail.row().id())) {
                        Notify.done("Surat tentang %s dibatalkan."
                                .formatted(mail.row().reference()));
                    } else {
                        Notify.warning(TOO_LATE);
                    }
                    changed.run();
                });
    }
}
